// UUIDv7 (RFC 9562): 48 bits of time, then a counter in the 12 bits of rand_a, so that the
// identifiers of one window sort in the order in which they were made, even within a millisecond
// and when the system clock goes back.

let lastTime = 0
let counter = 0

export function uuidv7(now = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10))
  if (now > lastTime) {
    lastTime = now
    // Only half of the range at the start leaves room to count on.
    counter = ((random[0]! << 8) | random[1]!) & 0x7ff
  } else if (++counter > 0xfff) {
    lastTime++
    counter = 0
  }
  const time = lastTime.toString(16).padStart(12, '0')
  const tail = [...random.subarray(2)]
  tail[0] = (tail[0]! & 0x3f) | 0x80
  const hex = tail.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const count = counter.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${hex.slice(0, 4)}-${hex.slice(4)}`
}
