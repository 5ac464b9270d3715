// What a page in the real program may not do: be left for another one, or run what is not its own.
import { expect, test } from 'vitest'
import { open, program } from './hands'
import { context, forgive, page } from './tab'

test('no link takes the window’s place', async () => {
  await open(1)
  await page.getByRole('link', { name: 'About' }).click()
  const links = page.locator('a[href^="https:"]')
  await links.first().waitFor()
  const pages: string[] = []
  context!.on('page', (opened) => pages.push(opened.url()))
  // Go would open a real browser; the call that it gets is enough to know.
  await page.evaluate(() => {
    const { go } = window as unknown as { go: { app: { App: { OpenLink: (url: string) => Promise<void> } } } }
    go.app.App.OpenLink = async (url) => void document.body.setAttribute('data-opened', url)
  })
  const address = await links.first().getAttribute('href')
  for (const press of [{}, { button: 'middle' }, { modifiers: ['Control'] }, { modifiers: ['Shift'] }] as const) {
    await page.evaluate(() => document.body.removeAttribute('data-opened'))
    await links.first().click(press as Parameters<ReturnType<typeof links.first>['click']>[0])
    await expect.poll(() => page.getAttribute('body', 'data-opened')).toBe(address)
  }
  expect(page.url()).toMatch(/#\/guides\/backend-engineering\/about$/)
  expect(pages).toEqual([])
})

test('the policy of the page lets in nothing but its own files', async () => {
  const answer = await page.request.get(program.url)
  const policy = answer.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const ran = await page.evaluate(async () => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,AA" onerror="window.ran = true">')
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    await new Promise((done) => setTimeout(done, 200))
    return 'ran' in window
  })
  expect(ran).toBe(false)
  forgive('Content Security Policy')
})

test('a file that is dropped on the window changes nothing', async () => {
  await open(1)
  const address = page.url()
  const allowed = await page.evaluate(() => {
    const files = new DataTransfer()
    files.items.add(new File(['<script>alert(1)</' + 'script>'], '보고서.html', { type: 'text/html' }))
    const at = document.querySelector('main')!
    return ['dragover', 'drop'].map((type) => at.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true })))
  })
  expect(allowed, 'whether the engine may do what it does by itself').toEqual([false, false])
  expect(page.url()).toBe(address)
})
