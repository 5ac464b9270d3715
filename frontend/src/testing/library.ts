/// <reference types="node" />
// The shipped guides as the search gets them, for tests and measurements: what app/search.go makes
// of the same compiled files.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { SearchView } from '../bridge/views'

/** What all languages of a guide share. */
interface Shared {
  Slug: string
  Emoji: string
  Levels: { Items: { ID: string }[] }[]
  References: { ID: string; Title: string; Authors: string; Source: string; Year: number }[]
}

/** What is said in one of them. */
interface Said {
  Title: string
  Tagline: string
  Levels: { Title: string }[]
  Items: Record<string, { Text: string }>
  Glossary: Record<string, { Term: string; Definition: string }>
}

export function searchable(language: string, repository = resolve(process.cwd(), '..')): SearchView {
  const folder = join(repository, 'internal/guide/compiled')
  const read = (name: string): unknown => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString())
  const guides = readdirSync(folder)
    .filter((name) => name.endsWith('.guide.json.gz'))
    .sort()
    .map((name) => ({ shared: read(name) as Shared, said: read(name.replace('.guide.', `.${language}.`)) as Said }))
  return {
    language,
    languages: ['en', 'ko'],
    pages: [{ address: 'help/privacy', title: language === 'ko' ? '개인정보 보호' : 'Privacy', words: 'network' }],
    levelNames: [1, 2, 3, 4, 5, 6, 7].map((level) => (language === 'ko' ? `레벨 ${level}` : `Level ${level}`)),
    guides: guides.map(({ shared, said }) => ({
      slug: shared.Slug,
      emoji: shared.Emoji,
      title: said.Title,
      tagline: said.Tagline,
      levels: shared.Levels.map((level, index) => ({
        title: said.Levels[index]!.Title,
        items: level.Items.map(({ ID }) => ({ id: ID, text: said.Items[ID]!.Text })),
      })),
      terms: Object.entries(said.Glossary).map(([id, term]) => ({
        id,
        term: term.Term,
        definition: term.Definition.replace(/\[([^[\]]+)\]\(#[a-z0-9-]+\)/g, '$1'),
      })),
      references: shared.References.map((source) => ({
        id: source.ID,
        title: source.Title,
        authors: source.Authors,
        source: source.Source,
        year: source.Year,
      })),
    })),
  }
}
