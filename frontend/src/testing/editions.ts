// What a new edition did, in the stand-in for Go.
import type { HomeView, ReceiptRequest, ReceiptsView } from '../bridge/views'

export class FakeEditions {
  news: HomeView['news'] = []
  told: ReceiptsView['receipts'] = []
  /** What was asked for about a receipt, the newest last. */
  amended: ReceiptRequest[] = []

  constructor(private readonly fail: () => void) {}

  receipts = async (guide: string): Promise<ReceiptsView> => ({ guide, receipts: this.told })

  amend = async (request: ReceiptRequest): Promise<ReceiptsView> => {
    this.amended.push(request)
    this.fail()
    const held = (item: string) => request.act === 'confirm' && (request.items.length === 0 || request.items.includes(item))
    this.told = this.told.map((receipt) => ({
      ...receipt, undone: request.act === 'undo', pending: receipt.pending.filter((item) => !held(item)),
      groups: receipt.groups.map((group) => ({ ...group, items: group.items.map((item) => ({ ...item, wait: item.wait && !held(item.id) })) })),
    }))
    return this.receipts(request.guide)
  }

  save = async (slug: string, _receipt: string, format: string) => ({ saved: true, path: `/home/mina/${slug}.${format}` })
}
