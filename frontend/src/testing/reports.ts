// Reports and share cards of the stand-in for Go.
import type { CardRequest, PreviewView, ReportRequest, SnapshotView } from '../bridge/views'

export class FakeReports {
  kept: SnapshotView[] = []
  cards: CardRequest[] = []
  saved: ReportRequest[] = []
  #previews = 0

  snapshots = async () => this.kept

  forget = async (_id: string, removes: string) => {
    this.kept = this.kept.filter(({ id }) => id !== removes)
  }

  preview = async (_request: ReportRequest): Promise<PreviewView> => ({ url: `/dev/paper.html?${++this.#previews}`, title: 'Where I stand', pages: 0 })
  save = async (request: ReportRequest) => {
    this.saved.push(request)
    return { saved: true, path: '/home/mina/Documents/where-i-stand.pdf' }
  }

  saveCard = async (request: CardRequest) => {
    this.cards.push(request)
    return { saved: true, path: '/home/mina/Pictures/card.png' }
  }
}
