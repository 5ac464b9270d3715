import type { Plugin } from 'vite'

/**
 * Loads what is imported later, with the style sheet that belongs to it. Vite's own helper is made for
 * any number of files, in any order; ours has one of each (see the two files of vite.config.ts). An
 * import names both, or neither where it stands in the later one itself.
 */
export const helper = `
let styled
export function __vitePreload(load, [, styles] = []) {
  if (styles) styled ??= new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = '/' + styles
    link.onload = resolve
    link.onerror = (event) => {
      styled = undefined
      reject(event)
    }
    document.head.append(link)
  })
  return Promise.all([load(), styled]).then(([module]) => module)
}`

export function stylesOnce(): Plugin {
  return {
    name: 'styles-once',
    apply: 'build',
    transform: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler(source) {
        if (!source.includes('__vitePreload')) this.error("Vite's helper has another form than it had.")
        return { code: helper, map: null }
      },
    },
  }
}
