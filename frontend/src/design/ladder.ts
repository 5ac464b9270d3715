// The geometry of the ladder, in pixels and without a DOM. The ladder is brand, navigation and
// meter at once: a rung is its items.

export interface Rung {
  number: number
  reached: boolean
  /** For each item of the level, in its order, whether it counts. */
  done: boolean[]
}

/** The measures of one drawing. The rails lean inward by `lean` over the whole height. */
export interface Frame {
  width: number
  height: number
  rail: number
  rung: number
  pitch: number
  lean: number
  /** Centre of the highest rung. */
  first: number
  /** Where the rails begin and end. */
  top: number
  bottom: number
}

export const guideFrame: Frame = {
  width: 64, height: 364, rail: 3, rung: 8, pitch: 52, lean: 9, first: 26, top: 10, bottom: 354,
}
export const cardFrame: Frame = {
  width: 52, height: 81, rail: 2, rung: 5, pitch: 11, lean: 5, first: 7.5, top: 0, bottom: 81,
}
export const welcomeFrame: Frame = {
  width: 176, height: 410, rail: 6, rung: 14, pitch: 56, lean: 27, first: 37, top: 0, bottom: 410,
}
export const logoFrame: Frame = {
  width: 20, height: 24, rail: 2, rung: 1.5, pitch: 3.2, lean: 2.2, first: 2.4, top: 0, bottom: 24,
}

/** The attributes that draw a frame as large as the text around it. */
export function size({ width, height }: Frame): { width: string; height: string; viewBox: string } {
  return { width: `${width / 16}rem`, height: `${height / 16}rem`, viewBox: `0 0 ${width} ${height}` }
}

interface Span {
  x: number
  width: number
}

interface Side {
  left: number
  right: number
}

/** The centre of a rung, counted from the highest. */
export function centre(frame: Frame, index: number): number {
  return frame.first + frame.pitch * index
}

/** The centres of both rails at a height. */
export function rails(frame: Frame, y: number): Side {
  const inward = (frame.lean * (frame.height - y)) / frame.height
  const left = frame.rail / 2 + inward
  return { left, right: frame.width - left }
}

/** One rail between two heights, as a polygon with level ends. */
export function rail(frame: Frame, side: keyof Side, from: number, to: number): string {
  const half = frame.rail / 2
  const top = rails(frame, from)[side]
  const foot = rails(frame, to)[side]
  return [
    [top - half, from], [top + half, from], [foot + half, to], [foot - half, to],
  ].map(([x, y]) => `${round(x!)},${round(y!)}`).join(' ')
}

/** Parts of one colour are drawn as one path: a small ladder is a dozen of them, and shown in each card. */
export function oblong(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`
}

/** Both rails between two heights, as a path. */
export function railsPath(frame: Frame, from: number, to: number): string {
  return `M${rail(frame, 'left', from, to)}zM${rail(frame, 'right', from, to)}z`
}

/** A rung from rail centre to rail centre. */
export function bar(frame: Frame, index: number): Span {
  const { left, right } = rails(frame, centre(frame, index))
  return span(left, right)
}

/** A cell for each item, between the rails. */
export function cells(frame: Frame, index: number, count: number): Span[] {
  const { left, right } = rails(frame, centre(frame, index))
  const start = left + frame.rail / 2 + 2
  const pitch = (right - frame.rail / 2 - 2 - start) / count
  return Array.from({ length: count }, (_, n) => span(start + n * pitch + 0.65, start + (n + 1) * pitch - 0.65))
}

/** A reached rung: its bar, broken where an item is missing, and the middle of each break. */
export function broken(frame: Frame, index: number, done: boolean[]): { bars: Span[]; gaps: number[] } {
  const whole = bar(frame, index)
  const pitch = whole.width / done.length
  const bars: Span[] = []
  const gaps: number[] = []
  let start: number | undefined
  done.forEach((there, n) => {
    if (there) start ??= n
    else {
      gaps.push(round(whole.x + (n + 0.5) * pitch))
      if (start !== undefined) bars.push(span(whole.x + start * pitch, whole.x + n * pitch))
      start = undefined
    }
  })
  if (start !== undefined) bars.push(span(whole.x + start * pitch, whole.x + whole.width))
  return { bars, gaps }
}

function span(from: number, to: number): Span {
  return { x: round(from), width: round(to - from) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
