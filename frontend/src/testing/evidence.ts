// The evidence for the items of one guide, in the stand-in for Go.
import type { EvidenceRequest, EvidenceView } from '../bridge/views'

/** The file that a person chooses. */
export const aFile = { name: '복구 기록.pdf', size: 48_200 }

export class FakeEvidence {
  readonly pieces = new Map<string, EvidenceView[]>()

  of(item: string): EvidenceView[] {
    return this.pieces.get(item) ?? []
  }

  add({ item, file, ...said }: EvidenceRequest): void {
    const pieces = this.of(item)
    if (pieces.some(({ id }) => id === said.id)) return
    const described = file ? { ...aFile, path: `/home/mina/${aFile.name}` } : { name: '', size: 0, path: '' }
    this.pieces.set(item, [{ ...said, ...described, sha256: '', at: Date.now() }, ...pieces])
  }

  renew(item: string, id: string, renews: string): void {
    this.pieces.set(item, this.of(item).map((piece) => (piece.id === renews ? { ...piece, id, size: piece.size + 1 } : piece)))
  }

  remove(item: string, id: string): void {
    this.pieces.set(item, this.of(item).filter((piece) => piece.id !== id))
  }
}
