// A guide for tests and for the page under dev/: short texts of the same shape as a real guide.
import type { GuideView, ItemView, LevelView } from '../bridge/views'

const strands = [
  ['interfaces', 'Interfaces', 'What a program offers to others, and how it keeps its word.'],
  ['data', 'Data', 'How records are kept, found, moved and given back.'],
  ['security', 'Security', 'Who may do what, and how that is held.'],
  ['delivery', 'Delivery', 'How a change reaches the people who wait for it.'],
  ['operations', 'Operations', 'How a service is watched, repaired and paid for.'],
] as const

const levels = [
  ['Endpoint Explorer', 'Novice', 'Follow'],
  ['Data Builder', 'Advanced Beginner', 'Assist'],
  ['Service Crafter', 'Competent', 'Apply'],
  ['System Integrator', 'Competent', 'Enable'],
  ['Reliability Lead', 'Proficient', 'Ensure, advise'],
  ['Distributed Architect', 'Expert', 'Initiate, influence'],
  ['Platform Strategist', 'Expert', 'Set strategy, inspire, mobilise'],
] as const

// Level 3 holds sentences of real length; one of them is Korean, one runs right to left, and one
// holds a word that no line can hold.
const crafted = [
  'Serve two client releases at once from one versioned endpoint.',
  'Publish a contract file that an automated test compares with the running service.',
  'Migrate a live schema with a step that can be rolled back.',
  'Halve the time of a slow query after reading its execution plan.',
  'Restrict every endpoint to the roles written in a permission table.',
  'Rotate a leaked secret within one working day of its discovery.',
  'Deploy a service to an empty machine from steps that a colleague can repeat.',
  'Cover the main flow of a service with tests that run on every change.',
  'Trace one failed request through the logs of a service by its identifier.',
  'Limit every outgoing call by a timeout and a fixed number of retries.',
]
const odd = [
  '동료가 따라 할 수 있는 단계로 빈 서버에 서비스를 배포합니다. 🚀',
  'اكتب استعلامًا يجمع جدولين لنقطة نهاية واحدة.',
  `Name the endpoint ${'verylongpathsegment'.repeat(6)} in the contract.`,
]

function item(level: number, index: number): ItemView {
  const strand = strands[Math.floor(index / 2)]![0]
  const plain = `Do the ${index % 2 ? 'second' : 'first'} thing of ${strand} that level ${level} asks for, and show it to a colleague.`
  const text = level === 3 ? crafted[index]! : level === 5 ? (odd[index] ?? plain) : plain
  return {
    id: `be-${level}${String(index).padStart(2, '0')}`,
    strand,
    text,
    evidence: 'Show the pull request and the failing test it fixed.',
    references: ['fielding-2022', 'kleppmann-2017'],
    resources: [
      { title: 'HTTP semantics, sections 9 and 15', url: 'https://www.rfc-editor.org/rfc/rfc9110', free: true, licence: 'IETF Trust' },
      { title: 'Designing Data-Intensive Applications, chapter 4', url: 'https://dataintensive.net/', free: false, licence: '' },
    ],
  }
}

function level(number: number): LevelView {
  const [title, dreyfus, sfia] = levels[number - 1]!
  const next = levels[number]?.[0] ?? 'Platform Strategist'
  return {
    number,
    title,
    dreyfus,
    sfia,
    descriptionHTML: `<p>You build a service that other people rely on. You cover its main flow with tests, guard each <a href="#term-endpoint">endpoint</a> by role, change its schema without losing data and deploy it from notes that a colleague can repeat. You choose the plan for your own part and explain it. You do not yet weigh queues, caches and consistency across several services on your own. Corresponds to the Dreyfus ${dreyfus} stage.</p>`,
    nextHTML: `<p>When eight of these ten are ticked, the <a href="#level-${Math.min(number + 1, 7)}">${next}</a> stage is next. Put a queue in front of the slowest write of one service, make that write safe to repeat, and list which reads may be stale. Plan the change, watch it for a week, then write down what surprised you: <a href="#ref-zimmerman-2002">Zimmerman (2002)</a> describes how planning, performing and reflecting feed each other.</p>`,
    items: Array.from({ length: 10 }, (_, index) => item(number, index)),
  }
}

/** The guide without a standing. */
export function backend(): Omit<GuideView, 'standing'> {
  return {
    slug: 'backend-engineering',
    emoji: '⚙️',
    category: 'technology-digital',
    title: 'Backend Engineering',
    tagline: 'Build the part of a program that others depend on, and keep it dependable.',
    overviewHTML:
      '<p>Backend engineering is the work behind the screen: it keeps the records, guards them, and answers within the time that was promised.</p><p>This guide follows one service as it grows, from a first <a href="#term-endpoint">endpoint</a> to a platform that several teams build on.</p>',
    edition: 1,
    published: '2026-03-02',
    updated: '2026-11-09',
    license: 'CC-BY-4.0',
    completeAt: 0,
    predicted: -1,
    language: 'en',
    strands: strands.map(([id, name, line]) => ({ id, name, line })),
    levels: levels.map((_, index) => level(index + 1)),
    references: [
      {
        id: 'kleppmann-2017', type: 'textbook', authors: 'Kleppmann, M.', title: 'Designing Data-Intensive Applications',
        source: 'O’Reilly', year: 2017, doi: '', isbn: '978-1-449-37332-0', link: 'https://dataintensive.net/', levels: [2, 3, 4, 5, 6],
        verified: '2026-10-30', whyHTML: '<p>Informs the data strand from level 2 on: how records are stored, indexed and moved, and what a transaction does and does not promise.</p>',
      },
      {
        id: 'fielding-2022', type: 'standard', authors: 'Fielding, R., Nottingham, M., Reschke, J.', title: 'HTTP Semantics (RFC 9110)',
        source: 'IETF, STD 97', year: 2022, doi: '10.17487/RFC9110', isbn: '', link: 'https://doi.org/10.17487/RFC9110', levels: [1, 2, 3],
        verified: '2026-10-30', whyHTML: '<p>Informs what a method, a status code and a representation mean, so that items of the first levels can name them exactly.</p>',
      },
      {
        id: 'zimmerman-2002', type: 'learning_science', authors: 'Zimmerman, B. J.', title: 'Becoming a Self-Regulated Learner: An Overview',
        source: 'Theory Into Practice 41(2), 64–70', year: 2002, doi: '10.1207/s15430421tip4102_2', isbn: '', link: 'https://doi.org/10.1207/s15430421tip4102_2', levels: [3],
        verified: '2026-10-30', whyHTML: '<p>Informs how “what comes next” asks to plan, perform and reflect between levels 3 and 4.</p>',
      },
    ],
    glossary: [
      { id: 'contract', term: 'Contract', definitionHTML: '<p>A written, testable promise about what an <a href="#term-endpoint">endpoint</a> accepts and returns.</p>' },
      { id: 'endpoint', term: 'Endpoint', definitionHTML: '<p>An address of a service together with the method by which it is called.</p>' },
      { id: 'idempotent', term: 'Idempotent', definitionHTML: '<p>Said of a request that may be repeated with the same effect as once.</p>' },
    ],
    news: '',
    receipts: 0,
    related: [],
  }
}
