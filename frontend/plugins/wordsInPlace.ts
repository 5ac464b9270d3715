import { Visitor, type ESTree, type Plugin } from 'vite'

/**
 * Says words where they are shown. Svelte keeps whatever a template calls in a signal of its own; most
 * of what ours call is a text of the catalogue, which is found sooner than a signal is made and asked.
 * The effect or the property that shows the text reads what it depends on by itself then. It is a
 * fiftieth of all scripts, and a signal less for every label.
 */
export function wordsInPlace(): Plugin {
  return {
    name: 'words-in-place',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\.svelte$/ },
      handler(source) {
        // Said beside each snippet for components of the older form, of which there are none.
        const current = source.replace(/,\s*\$\$slots: \{ default: true \}/g, '')
        const effects = edited(current, inEffects(current, this.parse(current)))
        return { code: edited(effects, inProperties(effects, this.parse(effects))), map: null }
      },
    },
  }
}

interface Edit {
  start: number
  end: number
  text: string
}

/** `$.template_effect(($0) => $.set_text(node, $0), [() => said()])` becomes `$.template_effect(() => $.set_text(node, said()))`. */
function inEffects(source: string, program: ESTree.Program): Edit[] {
  const edits: Edit[] = []
  new Visitor({
    CallExpression({ callee, arguments: [shows, said, ...later] }) {
      if (written(source, callee) !== '$.template_effect' || later.length > 0) return
      if (shows?.type !== 'ArrowFunctionExpression' || said?.type !== 'ArrayExpression') return
      const values = said.elements.map((element) => answer(element))
      const uses = shows.params.map((param) => named(shows.body, source, written(source, param)))
      if (values.includes(undefined) || uses.some((use) => use.length !== 1)) return
      values.forEach((value, i) => edits.push({ ...uses[i]![0]!, text: `(${written(source, value!)})` }))
      edits.push({ start: shows.params[0]!.start, end: shows.params.at(-1)!.end, text: '' }, { start: shows.end, end: said.end, text: '' })
    },
  }).visit(program)
  return edits
}

/**
 * `{ let $0 = $.derived(() => text('key')); Button(node, { get title() { return $.get($0) } }) }` becomes
 * the same without $0, where what it holds is words: they are the same whenever a component asks, while
 * a list that is made anew is another one. The minifier leaves out a signal that nobody asks any more.
 */
function inProperties(source: string, program: ESTree.Program): Edit[] {
  const edits: Edit[] = []
  const cheap = cheapCalls(source, program)
  new Visitor({
    BlockStatement({ body }) {
      for (const statement of body) {
        const signal = statement.type === 'VariableDeclaration' ? statement.declarations[0] : undefined
        if (signal?.init?.type !== 'CallExpression' || written(source, signal.init.callee) !== '$.derived') continue
        const value = answer(signal.init.arguments[0])
        if (!value || costs(source, value, cheap)) continue
        edits.push({ start: signal.init.start, end: signal.init.start, text: '/* @__PURE__ */ ' })
        const asks = `$.get(${written(source, signal.id)})`
        const getters = body.flatMap((other) => properties(other)).filter(({ kind }) => kind === 'get')
        for (const { value: getter } of getters) {
          const asked = named(getter, source, asks)
          if (asked.length === 1) edits.push({ ...asked[0]!, text: written(source, value) })
        }
      }
    },
  }).visit(program)
  return edits
}

/** The functions that components call without a second thought: those which say words, and those which hand over a property. */
function cheapCalls(source: string, program: ESTree.Program): Set<string> {
  const imported = program.body.filter((node) => node.type === 'ImportDeclaration')
  const words = imported.filter((node) => /\/(locale|words)$/.test(node.source.value)).flatMap((node) => node.specifiers)
  const given = [...source.matchAll(/(\w+) = \$\.prop\(/g)].map(([, name]) => name!)
  return new Set(['$.get', 'String', 'href', ...given, ...words.map(({ local }) => local.name)])
}

/** Whether what is computed takes its time, or is another each time. */
function costs(source: string, node: ESTree.Node, cheap: Set<string>): boolean {
  if (node.type === 'CallExpression') {
    // What a text is given to fill in is an object of its own, which nobody keeps.
    const given = node.arguments.flatMap((value) => (value.type === 'ObjectExpression' ? children(value) : [value]))
    return !cheap.has(written(source, node.callee)) || given.some((value) => costs(source, value, cheap))
  }
  return /^(Object|Array|Arrow|Function|New|Await|TaggedTemplate)/.test(node.type) || children(node).some((child) => costs(source, child, cheap))
}

/** What an arrow function answers, in parentheses if need be. */
function answer(node: ESTree.Node | null | undefined): ESTree.Node | undefined {
  return node?.type === 'ArrowFunctionExpression' && node.expression && node.params.length === 0 ? node.body : undefined
}

/** The properties of whatever objects a statement holds, save those inside its functions. */
function properties(node: ESTree.Node): ESTree.ObjectProperty[] {
  if (/Function/.test(node.type)) return []
  const inside = children(node).flatMap(properties)
  return node.type === 'Property' ? [node as ESTree.ObjectProperty, ...inside] : inside
}

/** Where a name, or a call, stands in what is under a node. */
function named(node: ESTree.Node, source: string, name: string): { start: number; end: number }[] {
  if (written(source, node) === name) return [{ start: node.start, end: node.end }]
  return children(node).flatMap((child) => named(child, source, name))
}

function children(node: ESTree.Node): ESTree.Node[] {
  return Object.values(node).flat().filter((value) => typeof value?.type === 'string' && typeof value.start === 'number')
}

function written(source: string, { start, end }: ESTree.Node): string {
  return source.slice(start, end)
}

function edited(source: string, edits: Edit[]): string {
  return edits.toSorted((a, b) => b.start - a.start).reduce((code, { start, end, text }) => `${code.slice(0, start)}${text}${code.slice(end)}`, source)
}
