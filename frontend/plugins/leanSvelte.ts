import type { Plugin } from 'vite'

interface Never {
  /** Where Svelte says it, under its internal/client. */
  files: string[]
  says: string
  /** What is left of it here. */
  becomes: string
}

/**
 * What Svelte has for pages that do what ours never does. It finds out while it runs whether they do, so
 * that a bundler takes all of it along; here each answer is given beforehand, and the code behind the
 * other one is left out. A form that Svelte no longer has stops the build.
 */
const never: Never[] = [
  // A page that a server drew before: the window is always drawn here. Only hydrate raises the flag.
  { files: ['dom/hydration.js'], says: 'hydrating = value;', becomes: '' },
  { files: ['dom/hydration.js'], says: 'export let hydrating = false;', becomes: 'export const hydrating = false;' },
  // Templates that wait for what they show: that is an experiment of Svelte, which is switched off.
  { files: ['reactivity/async.js'], says: 'var pending = blockers.filter((b) => !b.settled);', becomes: '' },
  { files: ['reactivity/async.js'], says: 'async.length === 0 && pending.length === 0', becomes: 'true' },
  { files: ['dom/blocks/branches.js', 'dom/blocks/each.js'], says: 'should_defer_append();', becomes: 'false;' },
  // A state that is tried out while another is shown, which is part of the same experiment.
  { files: ['reactivity/deriveds.js', 'runtime.js'], says: 'current_batch?.is_fork', becomes: 'false' },
  { files: ['reactivity/batch.js'], says: 'this.is_fork', becomes: 'false' },
  { files: ['reactivity/batch.js', 'reactivity/sources.js'], says: '!batch.is_fork && ', becomes: '' },
  { files: ['reactivity/batch.js'], says: ' || batch.is_fork', becomes: '' },
  // Components of the older form: svelte.config.js has every one of the newer.
  { files: ['reactivity/async.js', 'reactivity/sources.js', 'runtime.js', 'dom/blocks/await.js', 'dom/blocks/key.js'], says: 'is_runes()', becomes: 'true' },
  // A boundary with words of its own for what waits or fails. The one around the whole page has none,
  // so that a fault passes it as it does a branch.
  {
    files: ['render.js'],
    says: "import { boundary } from './dom/blocks/boundary.js';",
    becomes: "import { branch } from './reactivity/effects.js';\nconst boundary = (anchor, _, children) => branch(() => children(anchor));",
  },
]

/** Svelte without what it has for others: together a twentieth of all scripts. */
export function leanSvelte(): Plugin[] {
  return [
    {
      name: 'lean-svelte',
      apply: 'build',
      enforce: 'pre',
      transform: {
        filter: { id: /svelte\/src\/internal\/client\/.*\.js$/ },
        handler(source, id) {
          const here = never.filter(({ files }) => files.includes(id.split('/internal/client/')[1]!))
          if (here.length === 0) return
          const other = here.find(({ says }) => !source.includes(says))
          if (other) this.error(`Svelte no longer says "${other.says}".`)
          return { code: here.reduce((code, { says, becomes }) => code.replaceAll(says, becomes), source), map: null }
        },
      },
    },
    {
      // What components say beside each element to find their place in a page that was drawn before,
      // where they are through with it and that it holds nothing but text; and beside each snippet for
      // components of the older form.
      name: 'lean-components',
      apply: 'build',
      enforce: 'post',
      transform: {
        filter: { id: /\.svelte$/ },
        handler(source) {
          const needs = /\$\.(boundary|async|async_derived)\(/.exec(source)?.[1]
          if (needs) this.error(`What Svelte has for "${needs}" is left out of the window. Draw it in another way, or let it in again in leanSvelte.ts.`)
          return {
            code: source
              .replace(/,\s*\$\$slots: \{ default: true \}/g, '')
              .replace(/^\s*\$\.(reset|next)\([\w$]*\);$/gm, '')
              .replaceAll('$.only_child(', '$.child(')
              .replace(/(\$\.(?:child|first_child|sibling)\([\w$]+(?:, \d+)?), true\)/g, '$1)')
              .replace(/(\$\.sibling\([\w$]+), 1\)/g, '$1)'),
            map: null,
          }
        },
      },
    },
  ]
}
