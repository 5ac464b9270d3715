// Runs in a page that begins with a drawing (app/painted.go), without being built. The same on every page.
(() => {
  const app = document.getElementById('app')
  // To where Home was left, before it is seen elsewhere.
  scrollTo(0, document.documentElement.dataset.scroll || 0)

  // The scripts, in the order of the page, when the drawing has been on the screen.
  const frame = new MessageChannel()
  const run = () => {
    frame.port1.onmessage = null
    clearTimeout(later)
    for (const { rel, href, crossOrigin } of document.querySelectorAll('link[rel$=preload]')) {
      const script = document.createElement('script')
      if (rel === 'modulepreload') script.type = 'module'
      document.head.append(Object.assign(script, { async: false, crossOrigin, src: href }))
    }
  }
  // A window that nobody sees has no frames.
  const later = setTimeout(run, 100)
  frame.port1.onmessage = run
  requestAnimationFrame(() => frame.port2.postMessage(null))

  // Whoever presses what is only drawn has pressed what takes its place.
  let pressed
  const press = ({ button, clientX, clientY }) => button === 0 && (pressed = [clientX, clientY])
  const still = (event) => pressed && event.preventDefault()
  app.addEventListener('pointerdown', press)
  app.addEventListener('click', still)
  new MutationObserver((_, taken) => {
    taken.disconnect()
    app.removeEventListener('pointerdown', press)
    app.removeEventListener('click', still)
    if (pressed) document.elementFromPoint(...pressed)?.click()
  }).observe(app, { childList: true })
})()
