/**
 * Numbers questions. What it returns for one takes its answer, and tells whether that is news: it is not
 * where the answer to a later question was taken before.
 */
export function inOrder(): () => () => boolean {
  let asked = 0
  let taken = 0
  return () => {
    const mine = ++asked
    return () => mine >= taken && !!(taken = mine)
  }
}
