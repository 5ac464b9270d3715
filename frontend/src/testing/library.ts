/// <reference types="node" />
// The shipped guides as the search gets them, for tests and measurements: what app/search.go makes
// of the same compiled files.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { SearchView } from '../bridge/views'

interface Compiled {
  Slug: string
  Emoji: string
  Title: string
  Tagline: string
  Levels: { Title: string; Items: { ID: string; Text: string }[] }[]
  Glossary: { ID: string; Term: string; Definition: string }[]
  References: { ID: string; Title: string; Authors: string; Source: string; Year: number }[]
}

export function searchable(language: string, repository = resolve(process.cwd(), '..')): SearchView {
  const folder = join(repository, 'internal/guide/compiled')
  const guides = readdirSync(folder)
    .filter((name) => name.endsWith(`.${language}.json.gz`))
    .sort()
    .map((name) => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as Compiled)
  return {
    language,
    languages: ['en', 'ko'],
    levelNames: [1, 2, 3, 4, 5, 6, 7].map((level) => (language === 'ko' ? `레벨 ${level}` : `Level ${level}`)),
    guides: guides.map((guide) => ({
      slug: guide.Slug,
      emoji: guide.Emoji,
      title: guide.Title,
      tagline: guide.Tagline,
      levels: guide.Levels.map((level) => ({
        title: level.Title,
        items: level.Items.map((item) => ({ id: item.ID, text: item.Text })),
      })),
      terms: guide.Glossary.map((term) => ({
        id: term.ID,
        term: term.Term,
        definition: term.Definition.replace(/\[([^[\]]+)\]\(#[a-z0-9-]+\)/g, '$1'),
      })),
      references: guide.References.map((source) => ({
        id: source.ID,
        title: source.Title,
        authors: source.Authors,
        source: source.Source,
        year: source.Year,
      })),
    })),
  }
}
