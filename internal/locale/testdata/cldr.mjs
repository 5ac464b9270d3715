// Writes cldr.txt: what Unicode CLDR says of regions and languages, as the CLDR that Node brings has it.
//
//   node internal/locale/testdata/cldr.mjs > internal/locale/testdata/cldr.txt
//
// A line is a region with the day its weeks begin on, and with the order of a day in its English: "month"
// for November 22, "day" for 22 November, "-" where CLDR has no English of that region. Or it is a language
// with the region it is likely to be of, where its weeks do not begin on a Monday.
const letters = [...'abcdefghijklmnopqrstuvwxyz']
const pairs = letters.flatMap((a) => letters.map((b) => a + b))
const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const day = new Date('2026-11-22T00:00Z')
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

const begins = (tag) => {
  const locale = new Intl.Locale(tag)
  return weekdays[(locale.getWeekInfo?.() ?? locale.weekInfo).firstDay]
}
const current = (region) => new Intl.Locale(`und-${region}`).region === region // and not another's name of before

console.log(`# Unicode CLDR ${process.versions.cldr}, as ICU ${process.versions.icu} in Node ${process.versions.node} has it; written by cldr.mjs`)
for (const pair of pairs) {
  const region = pair.toUpperCase()
  if (!names.of(region) || !current(region)) continue
  const english = new Intl.DateTimeFormat(`en-${region}`, { dateStyle: 'long', timeZone: 'UTC' })
  const own = english.resolvedOptions().locale === `en-${region}`
  console.log(region, begins(`und-${region}`), own ? (english.format(day).startsWith('November') ? 'month' : 'day') : '-')
}
for (const language of pairs) {
  const likely = new Intl.Locale(language).maximize()
  if (!likely.region || !languages.of(language) || likely.language !== language) continue
  const first = begins(`und-${likely.region}`)
  if (first !== 'Monday') console.log(language, likely.region, first)
}
