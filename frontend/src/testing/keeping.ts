// A stand-in for what keeps the journal safe, with two backups.
import { Fault } from '../bridge/fault'
import type { BackupsView, BackupView, HurtView, ImportChoiceView, Keeping, MendedView, ProfileChangeView } from '../bridge/keeping'

function backup(sequence: number, marks: number, reason = 'changes'): BackupView {
  return {
    sha256: `hash-${sequence}`,
    name: `journal-${sequence}.db`,
    at: 1_795_000_000_000 + sequence * 3_600_000,
    reason,
    profiles: ['김민아'],
    marks,
    first: 0,
    last: 1_795_000_000_000,
    bytes: 1000,
  }
}

const changes: ProfileChangeView[] = [
  {
    id: 'p1',
    name: 'מיכל 🙂',
    title: 'What changes for מיכל 🙂',
    rows: [
      { what: 'Backend Engineering', now: '12 ratings (starting out)', then: '40 ratings (level 3)', other: true },
      { what: 'Goals', now: '1', then: '1', other: false },
    ],
    marksNow: 12,
    marksThen: 40,
    guides: [{ slug: 'g', title: 'Backend Engineering', marksNow: 12, marksThen: 40, levelNow: 0, levelThen: 3 }],
  },
]

export class FakeKeeping implements Keeping {
  view: BackupsView = { backups: [backup(2, 42), backup(1, 40)], second: '', secondGone: false }
  hurtView: HurtView = { dataDir: '/data', readable: 57, backups: [backup(1, 40)] }
  chosen = { chosen: true, name: '내 기록.levelica', sealed: false }
  restored: string[] = []
  imported: string[] = []
  mended: [string, boolean][] = []

  backups = async () => this.view
  makeBackup = async () => (this.view = { ...this.view, backups: [backup(this.view.backups.length + 1, 43, 'asked'), ...this.view.backups] })
  previewRestore = async (sha256: string) => ({ backup: this.view.backups.find((b) => b.sha256 === sha256)!, profiles: changes })
  restoreBackup = async (sha256: string) => {
    this.restored.push(sha256)
    // What is replaced is kept first, each time in a file of its own.
    return (this.view = { ...this.view, backups: [backup(8 + this.restored.length, 43, 'restore'), ...this.view.backups] })
  }
  chooseBackupFolder = async () => (this.view = { ...this.view, second: '/media/usb 백업' })
  forgetBackupFolder = async () => (this.view = { ...this.view, second: '' })
  exportJournal = async () => ({ saved: true, path: '/home/mina/x.levelica' })
  /** What the program was opened with. */
  offered: ImportChoiceView = { chosen: false, name: '', sealed: false }

  chooseImport = async (offered: boolean) => (offered ? this.offered : this.chosen)
  previewImport = async (passphrase: string): Promise<ProfileChangeView[]> => {
    if (this.chosen.sealed && passphrase !== '열쇠') throw new Fault('import_passphrase')
    return changes
  }
  importJournal = async (passphrase: string) => {
    this.imported.push(passphrase)
    return (this.view = { ...this.view, backups: [backup(20 + this.imported.length, 43, 'import'), ...this.view.backups] })
  }
  hurt = async () => this.hurtView
  mendJournal = async (sha256: string, readHurt: boolean): Promise<MendedView> => {
    this.mended.push([sha256, readHurt])
    return { marks: 57, read: 17, kept: '/data/journal.db.corrupt-20261122T120000Z' }
  }
  exportReadable = async () => ({ saved: false, path: '' })
  openDataFolder = async () => {}
}
