// Insights of the stand-in for Go: empty until a test says otherwise.
import type { ChangesView, InsightsView, Period } from '../bridge/views'

export const noChart = { svg: '', narrow: '', title: '', desc: '', head: [], rows: [] }

export class FakeInsights {
  shown: InsightsView = {
    guides: [], guide: '', period: '12m', first: '', today: '2026-11-22', since: '2026-10-22', ahead: '2027-02-21', level: '', inside: '', lines: [],
    strands: noChart, radar: noChart, trend: noChart, claimed: noChart, active: noChart,
    strong: [], open: [], goal: { level: 0, by: '', target: 0, line: '', choice: [] }, stale: 0,
  }
  goals: { slug: string; level: number; by: string }[] = []

  constructor(private readonly fail: () => void) {}

  insights = async (slug: string, period: string): Promise<InsightsView> => ({ ...this.shown, ...(slug && { guide: slug }), period: period as Period })

  changes = async (_slug: string, from: string, to: string): Promise<ChangesView> => ({
    from, to, line: `From ${from} to ${to}`, gained: [], lost: [], evidenced: [], notes: [],
  })

  setGoal = async (slug: string, _id: string, level: number, by: string) => {
    this.fail()
    this.goals.push({ slug, level, by })
    this.shown = { ...this.shown, goal: { ...this.shown.goal, level, by } }
  }
}
