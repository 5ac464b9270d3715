// One sitting: the answers so far and what Go believes after them. All answers are sent each time,
// so going back is sending fewer, and sending again after a fault does no harm.
import type { Bridge } from '../bridge'
import { toFault, type Fault } from '../bridge/fault'
import { uuidv7 } from '../guide/uuid'
import type { Reply, SittingRequest, SittingView } from '../bridge/views'

type Asks = Pick<Bridge, 'sit' | 'predict'>

export class Sitting {
  view = $state.raw() as SittingView
  /** The answer is on its way: a key that is pressed meanwhile would answer a question nobody saw. */
  waiting = $state(false)
  /** The person wants the result now, or it is done. */
  stopped = $state(false)

  constructor(
    view: SittingView,
    readonly bridge: Asks,
    readonly failed: (fault: Fault, again: () => void) => void,
  ) {
    this.take(view)
  }

  get request(): SittingRequest {
    const { id, guide, answers } = this.view
    return { id, guide, answers }
  }

  get shown(): 'question' | 'result' {
    return this.stopped ? 'result' : 'question'
  }

  answer(reply: Reply): Promise<void> {
    const item = this.view.question.item
    return item ? this.#send([...this.view.answers, { item, reply }]) : Promise.resolve()
  }

  /** Takes the last answer back. Reports whether there was one. */
  back(): boolean {
    if (this.view.answers.length === 0) return false
    void this.#send(this.view.answers.slice(0, -1))
    return true
  }

  /** Keeps the level that the person expects, before anything is asked. */
  async expect(level: number, id = uuidv7()): Promise<void> {
    try {
      await this.bridge.predict(id, this.view.guide, level)
      this.view = { ...this.view, predicted: level }
    } catch (reason) {
      this.failed(toFault(reason), () => void this.expect(level, id))
    }
  }

  stop(): void {
    this.stopped = true
  }

  goOn(): void {
    if (this.view.question.item) this.stopped = false
  }

  take(view: SittingView): void {
    this.view = view
    this.stopped = view.done
  }

  async #send(answers: SittingRequest['answers']): Promise<void> {
    if (this.waiting) return
    this.waiting = true
    try {
      this.take(await this.bridge.sit({ ...this.request, answers }))
    } catch (reason) {
      this.failed(toFault(reason), () => void this.#send(answers))
    } finally {
      this.waiting = false
    }
  }
}
