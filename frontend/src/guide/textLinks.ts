// The links that Go writes into the texts of a guide: #term-<id>, #ref-<id> and #level-<n>.
import type { Attachment } from 'svelte/attachments'

interface TextLinks {
  term(id: string, link: HTMLElement): void
  reference(id: string): void
  level(number: number): void
}

export function textLinks(to: TextLinks): Attachment<HTMLElement> {
  return (element) => {
    const pressed = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      const link = event.target.closest<HTMLElement>('a[href^="#"]')
      const [, kind, id = ''] = /^#(term|ref|level)-(.+)$/.exec(link?.getAttribute('href') ?? '') ?? []
      if (!link || !kind) return
      event.preventDefault()
      if (kind === 'term') to.term(id, link)
      else if (kind === 'ref') to.reference(id)
      else to.level(Number(id))
    }
    element.addEventListener('click', pressed)
    return () => element.removeEventListener('click', pressed)
  }
}
