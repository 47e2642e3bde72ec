const MB = 1024 * 1024
const EVERY_MS = 50

/** Memory of this process in MB: before, at its highest, and when all is done and collected. */
export interface Used {
  readonly before: number
  readonly peak: number
  readonly end: number
  readonly heapEnd: number
}

/** Begins to look. With `--expose-gc` what is not needed is collected before the first and the last look. */
export function watchMemory(): { end(): Promise<Used> } {
  collect()
  const before = process.memoryUsage.rss()
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, EVERY_MS)
  return {
    async end() {
      clearInterval(timer)
      collect()
      await new Promise<void>((resolve) => void setTimeout(resolve, 500))
      collect()
      const { rss, heapUsed } = process.memoryUsage()
      return { before: mb(before), peak: mb(Math.max(peak, rss)), end: mb(rss), heapEnd: mb(heapUsed) }
    },
  }
}

const collect = (): void => (globalThis as { gc?: () => void }).gc?.()
const mb = (bytes: number): number => Math.round(bytes / MB)
