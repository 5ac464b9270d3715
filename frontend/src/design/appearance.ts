// How the window looks, beside what the style sheets can ask for themselves. More contrast is a
// theme that a person chooses and a wish of the system; one attribute stands for both.

/** Keeps the root's attributes in step with the system, and calls back when the colours change. */
export function followSystem(root: HTMLElement, changed: (dark: boolean) => void): () => void {
  const contrast = matchMedia('(prefers-contrast: more)')
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const theme = root.dataset['theme']
    if (theme === 'contrast' || contrast.matches) root.dataset['contrast'] = 'more'
    else delete root.dataset['contrast']
    changed(theme === 'dark' || (theme !== 'light' && dark.matches))
  }
  const watch = new MutationObserver(apply)
  watch.observe(root, { attributeFilter: ['data-theme'] })
  contrast.addEventListener('change', apply)
  dark.addEventListener('change', apply)
  apply()
  return () => {
    watch.disconnect()
    contrast.removeEventListener('change', apply)
    dark.removeEventListener('change', apply)
  }
}
