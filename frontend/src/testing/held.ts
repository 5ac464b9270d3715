// A question of the window to Go whose answers wait until the test lets them go, each as it was when it was asked.

import { waitFor } from '@testing-library/svelte'

export function held<Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) {
  const waiting: (() => void)[] = []
  return {
    waiting,
    /** Lets all answers go, and those to questions that follow, until something holds. */
    release: (holds: () => void) =>
      waitFor(() => {
        for (const go of waiting) go()
        holds()
      }),
    ask: async (...args: Args): Promise<Answer> => {
      const answer = await ask(...args)
      await new Promise<void>((go) => waiting.push(go))
      return answer
    },
  }
}

/** Lets everything that was let go come to its end. */
export const settled = () => new Promise<void>((done) => setTimeout(done))
