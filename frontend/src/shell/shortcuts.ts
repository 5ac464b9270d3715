// The keys of the window, in one table: what listens to a key asks it here, and the list of
// shortcuts shows it, so that no key is told that does nothing and none works untold.

interface Shortcut {
  group: 'everywhere' | 'items' | 'find' | 'ladder' | 'menus'
  /** Any of these, as in "Mod+Shift+z". Mod is Ctrl, and the command key on a Mac. */
  keys: readonly string[]
}

export const shortcuts = {
  search: { group: 'everywhere', keys: ['Mod+k'] },
  shortcuts: { group: 'everywhere', keys: ['?'] },
  // Alt and an arrow is the browsers' way; the bracket is that of the Mac.
  back: { group: 'everywhere', keys: ['Alt+ArrowLeft', 'Mod+['] },
  forward: { group: 'everywhere', keys: ['Alt+ArrowRight', 'Mod+]'] },
  settings: { group: 'everywhere', keys: ['Mod+,'] },
  save: { group: 'everywhere', keys: ['Mod+s'] },
  // On many keyboards + is typed with the shift key, or is the = key without it.
  larger: { group: 'everywhere', keys: ['Mod++', 'Mod+='] },
  smaller: { group: 'everywhere', keys: ['Mod+-'] },
  usualSize: { group: 'everywhere', keys: ['Mod+0'] },
  undo: { group: 'everywhere', keys: ['Mod+z'] },
  redo: { group: 'everywhere', keys: ['Mod+y', 'Mod+Shift+z'] },
  next: { group: 'items', keys: ['ArrowDown'] },
  previous: { group: 'items', keys: ['ArrowUp'] },
  first: { group: 'items', keys: ['Home'] },
  last: { group: 'items', keys: ['End'] },
  tick: { group: 'items', keys: [' '] },
  'not-yet': { group: 'items', keys: ['0'] },
  'with-help': { group: 'items', keys: ['1'] },
  'on-my-own': { group: 'items', keys: ['2'] },
  'can-teach': { group: 'items', keys: ['3'] },
  evidence: { group: 'items', keys: ['e'] },
  'undo-item': { group: 'items', keys: ['z'] },
  'find-yes': { group: 'find', keys: ['y'] },
  'find-no': { group: 'find', keys: ['n'] },
  'find-leave': { group: 'find', keys: ['s'] },
  'find-before': { group: 'find', keys: ['Backspace'] },
  'rung-up': { group: 'ladder', keys: ['ArrowUp'] },
  'rung-down': { group: 'ladder', keys: ['ArrowDown'] },
  'rung-first': { group: 'ladder', keys: ['Home'] },
  'rung-last': { group: 'ladder', keys: ['End'] },
  'menu-next': { group: 'menus', keys: ['ArrowDown'] },
  'menu-previous': { group: 'menus', keys: ['ArrowUp'] },
  'menu-first': { group: 'menus', keys: ['Home'] },
  'menu-last': { group: 'menus', keys: ['End'] },
  'menu-choose': { group: 'menus', keys: ['Enter'] },
  'menu-tick': { group: 'menus', keys: [' '] },
  'menu-close': { group: 'menus', keys: ['Escape'] },
  'evidence-add': { group: 'menus', keys: ['Mod+Enter'] },
} as const satisfies Record<string, Shortcut>

export type ShortcutName = keyof typeof shortcuts

/** Which of these shortcuts a key is, if any. */
export function pressed<Name extends ShortcutName>(event: KeyboardEvent, ...names: Name[]): Name | undefined {
  if (event.isComposing || event.defaultPrevented) return undefined
  return names.find((name) => shortcuts[name].keys.some((keys) => matches(event, keys)))
}

/** Whether a key that is pressed there writes: then a sign or a letter is no shortcut. */
export function writes(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLElement && target.isContentEditable)
}

/** The keys that are pressed together: "Mod++" is Mod and +. */
export function partsOf(keys: string): string[] {
  return keys.split(/\+(?=.)/)
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = partsOf(keys)
  const key = parts.pop()!
  if (parts.includes('Mod') !== (event.ctrlKey || event.metaKey) || parts.includes('Alt') !== event.altKey) return false
  // A sign such as ? needs the shift key on one keyboard and not on the next.
  const letter = /^[a-z]$/.test(key)
  if ((letter || key.length > 1) && parts.includes('Shift') !== event.shiftKey) return false
  // While Hangul is typed the key K is ㅏ; then its place on the keyboard says which it is.
  const said = letter && /[^\0-~]/.test(event.key) ? event.code.replace('Key', '') : event.key
  return said.toLowerCase() === key.toLowerCase()
}
