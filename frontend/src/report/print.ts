// Prints a report through the system's own dialog. The preview in the window is kept from
// everything, printing too, so the same page is loaded once more into a frame that nobody sees.
//
// What print() does is up to the engine: WebKitGTK and WebView2 open the system's print dialog for
// the page in the frame. WKWebView does nothing, so on a Mac there is no button.

/** Whether this system can print from the window. */
export function canPrint(platform: string): boolean {
  return platform !== 'darwin'
}

/** Opens the print dialog for a preview. Fails where the page cannot be had. */
export function print(preview: string, page: Document = document): Promise<void> {
  const before = page.activeElement as HTMLElement | null
  const frame = page.createElement('iframe')
  frame.hidden = true
  frame.title = ''
  frame.src = preview.replace(/\.html$/, '.print.html')
  const printed = new Promise<void>((done, failed) => {
    frame.onload = () => {
      const window = frame.contentWindow
      // A page that could not be had has no text to print.
      if (!window || !frame.contentDocument?.querySelector('h1')) return failed(new Error('no page'))
      window.focus()
      window.print()
      before?.focus()
      done()
    }
  })
  page.querySelector('iframe[hidden]')?.remove()
  // It stays until the next one: some engines print after print() has returned.
  page.body.append(frame)
  return printed
}
