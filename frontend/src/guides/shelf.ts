// Which guides the catalogue shows, and in which order. Pure, so that it is tested without a page.
import type { CardView } from '../bridge/views'
import { fold, split } from '../search/fold'

export const sieves = ['all', 'started', 'new'] as const
type Sieve = (typeof sieves)[number]
export const orders = ['title', 'recent', 'level'] as const
type Order = (typeof orders)[number]

/** The guides that pass a sieve and hold every word of a query, in an order. */
export function shelf(cards: CardView[], query: string, sieve: Sieve, order: Order): CardView[] {
  const words = split(fold(query))
  return cards
    .filter((card) => sieve === 'all' || card.started === (sieve === 'started'))
    .filter((card) => {
      const text = fold(`${card.title} ${card.tagline} ${card.titles.join(' ')}`)
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => rank(a, b, order))
}

/** The newest and the highest first; the cards themselves come in the order of their titles. */
function rank(a: CardView, b: CardView, order: Order): number {
  if (order === 'recent') return b.lastMark - a.lastMark
  if (order === 'level') return b.standing.level - a.standing.level || b.standing.done - a.standing.done
  return 0
}
