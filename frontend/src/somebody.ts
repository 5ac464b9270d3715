// A window that nobody has turned to yet, opened with the computer perhaps, keeps to what it shows: what is
// only there so that the next step is quick takes five megabytes.

/** Kept at the first sign of a person, which comes well before what they press. */
export const somebody = new Promise<void>((there) => {
  for (const sign of ['keydown', 'pointermove', 'focusin'] as 'pointermove'[]) {
    addEventListener(
      sign,
      ({ movementX: x, movementY: y }) => {
        // A window that comes up under a pointer hears of it, where it lies. Of keys and the focus this is not a number.
        if (x + y !== 0) there()
      },
      true,
    )
  }
})
