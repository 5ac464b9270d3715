// The keys of the window, in one table: what listens to a key asks it here, and the list of
// shortcuts shows it, so that no key is told that does nothing and none works untold.
interface Shortcut {
  /** Any of these, as in "Mod+Shift+z". Mod is Ctrl, and the command key on a Mac. */
  keys: readonly string[]
  group: 'everywhere' | 'items'
}

export const shortcuts = {
  search: { keys: ['Mod+k'], group: 'everywhere' },
  // Alt and an arrow is the browsers' way; the bracket is that of the Mac.
  back: { keys: ['Alt+ArrowLeft', 'Mod+['], group: 'everywhere' },
  forward: { keys: ['Alt+ArrowRight', 'Mod+]'], group: 'everywhere' },
  settings: { keys: ['Mod+,'], group: 'everywhere' },
  // On many keyboards + is typed with the shift key, or is the = key without it.
  larger: { keys: ['Mod++', 'Mod+='], group: 'everywhere' },
  smaller: { keys: ['Mod+-'], group: 'everywhere' },
  usualSize: { keys: ['Mod+0'], group: 'everywhere' },
} as const satisfies Record<string, Shortcut>

export type ShortcutName = keyof typeof shortcuts

/** Which of these shortcuts a key is, if any. */
export function pressed<Name extends ShortcutName>(event: KeyboardEvent, ...names: Name[]): Name | undefined {
  if (event.isComposing || event.defaultPrevented) return undefined
  return names.find((name) => shortcuts[name].keys.some((keys) => matches(event, keys)))
}

/** Whether a key that is pressed there writes: then it is no shortcut. */
export function writes(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split(/\+(?=.)/)
  const key = parts.pop()!
  const letter = /^[a-z]$/.test(key)
  if (parts.includes('Mod') !== (event.ctrlKey || event.metaKey) || parts.includes('Alt') !== event.altKey) return false
  // A sign such as ? needs the shift key on one keyboard and not on the next.
  if ((letter || key.length > 1) && parts.includes('Shift') !== event.shiftKey) return false
  // While Hangul is typed the key K is ㅏ; then its place on the keyboard says which it is.
  const said = letter && /[^\0-~]/.test(event.key) ? event.code.replace('Key', '') : event.key
  return said.toLowerCase() === key.toLowerCase()
}
