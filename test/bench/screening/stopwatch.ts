/**
 * Starts to measure; what it returns tells the milliseconds that were used since. The smaller of the time that passed
 * and the processor time of the process: this thread used at most either, and so what other programs do meanwhile
 * does not count, nor what Node does in other threads.
 */
export function stopwatch(): () => number {
  const processor = process.cpuUsage()
  const clock = performance.now()
  return () => {
    const passed = performance.now() - clock
    const { user, system } = process.cpuUsage(processor)
    return Math.min(passed, (user + system) / 1_000)
  }
}
