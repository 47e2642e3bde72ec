import { effect, signal } from '@preact/signals'
import type { Signal } from '@preact/signals'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'huisbot-kleuren'
const LIGHT = '(prefers-color-scheme: light)'

/** What was chosen, and what it comes to on this device. */
export const theme: Signal<Theme> = signal(chosen())
export const dark: Signal<boolean> = signal(true)

/** Keeps the page in its colours, and the choice for the next visit. */
export function startTheme(): void {
  const device = matchMedia(LIGHT)
  const follow = (): void =>
    void (dark.value = theme.value === 'dark' || (theme.value === 'system' && !device.matches))
  device.addEventListener('change', follow)
  effect(() => {
    follow()
    document.documentElement.dataset['theme'] = dark.value ? 'dark' : 'light'
    try {
      localStorage.setItem(KEY, theme.value)
    } catch {
      // A browser that keeps nothing: the choice holds as long as this page is open.
    }
  })
}

function chosen(): Theme {
  try {
    const found = localStorage.getItem(KEY)
    return found === 'light' || found === 'dark' ? found : 'system'
  } catch {
    return 'system'
  }
}
