// The words of the window, read from the catalogue itself: for tests, and for the page under dev/.
import locale from '../../../internal/locale/locale.go?raw'
import type { Message, Words } from '../locale/language.svelte'

const files = import.meta.glob<Record<string, Message>>('../../../internal/locale/messages/*/*.json', { import: 'default', eager: true })
// The rooms that Go alone says, as it names them.
const programRooms: string[] = JSON.parse(`[${/programRooms = \[\]string\{([^}]*)\}/.exec(locale)?.[1] ?? ''}]`)

export function wordsOf(language: string): Words {
  const rooms = Object.entries(files).filter(([path]) => {
    const [of, room] = path.split('/').slice(-2)
    return of === language && !programRooms.includes(room!.replace('.json', ''))
  })
  return { language, texts: Object.assign({}, ...rooms.map(([, texts]) => texts)) as Words['texts'] }
}
