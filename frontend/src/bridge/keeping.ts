// The part of the door to Go that keeps the journal safe.
import type { app } from '../../wailsjs/go/models'
import { ask, file } from './ask'
import type { Plain, SavedView } from './views'

export type BackupView = Plain<app.BackupView>
export type BackupsView = Plain<app.BackupsView>
export type RestoreView = Plain<app.RestoreView>
export type ProfileChangeView = Plain<app.ProfileChangeView>
export type ImportChoiceView = Plain<app.ImportChoiceView>
export type MendedView = Plain<app.MendedView>
/** What there is to choose from where the journal cannot be read. */
export type HurtView = Plain<app.HurtView>

/** A parameter of the pages, so that their tests need no window. */
export interface Keeping {
  backups(): Promise<BackupsView>
  makeBackup(): Promise<BackupsView>
  previewRestore(sha256: string): Promise<RestoreView>
  restoreBackup(sha256: string): Promise<BackupsView>
  chooseBackupFolder(): Promise<BackupsView>
  forgetBackupFolder(): Promise<BackupsView>
  exportJournal(passphrase: string): Promise<SavedView>
  /** Asks for a file in the system's dialog, or takes the one that the program was opened with. */
  chooseImport(offered: boolean): Promise<ImportChoiceView>
  previewImport(passphrase: string): Promise<ProfileChangeView[]>
  importJournal(passphrase: string): Promise<BackupsView>
  hurt(): Promise<HurtView>
  mendJournal(sha256: string, readHurt: boolean): Promise<MendedView>
  exportReadable(): Promise<SavedView>
  openDataFolder(): Promise<void>
}

export const keeping: Keeping = {
  backups: file('backups'),
  makeBackup: ask('MakeBackup'),
  previewRestore: ask('PreviewRestore'),
  restoreBackup: ask('RestoreBackup'),
  chooseBackupFolder: ask('ChooseBackupFolder'),
  forgetBackupFolder: ask('ForgetBackupFolder'),
  exportJournal: ask('ExportJournal'),
  chooseImport: ask('ChooseImport'),
  previewImport: ask('PreviewImport'),
  importJournal: ask('ImportJournal'),
  hurt: file('hurt'),
  mendJournal: ask('MendJournal'),
  exportReadable: ask('ExportReadable'),
  openDataFolder: ask('OpenDataFolder'),
}
