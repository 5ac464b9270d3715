// What the window remembers of how it is used, between two starts. Nothing is lost but comfort
// where it cannot be kept.
const key = 'levelica.window'

class Remembered {
  #held = $state(read())

  /** The sidebar shows icons alone. */
  get folded(): boolean {
    return this.#held['folded'] === true
  }

  set folded(folded: boolean) {
    this.#held = { ...this.#held, folded }
    try {
      localStorage.setItem(key, JSON.stringify(this.#held))
    } catch {
      // Storage may be full or forbidden.
    }
  }
}

function read(): Record<string, unknown> {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof held === 'object' && held !== null ? { ...held } : {}
  } catch {
    return {}
  }
}

export const remembered = new Remembered()
