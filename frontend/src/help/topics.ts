// The topics of the Help place, in the order in which they are offered. Those with a text are files
// that Go makes; the other two are drawn here.
export const topics = ['how', 'level', 'shortcuts', 'faq', 'privacy', 'terms', 'licences', 'about'] as const
type Topic = (typeof topics)[number]

export function topicOf(name: string | undefined): Topic {
  return topics.find((topic) => topic === name) ?? 'how'
}
