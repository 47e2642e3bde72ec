// Reads what `npm audit --json` says. Not every registry answers it: that is told, and is no failure.
import { readFileSync } from 'node:fs'

const say = (line) => void process.stdout.write(`${line}\n`)
const read = () => {
  try {
    return JSON.parse(readFileSync(0, 'utf8'))
  } catch {
    return {}
  }
}
const { metadata, vulnerabilities = {} } = read()
const counts = metadata?.vulnerabilities
if (counts === undefined) {
  say('== npm audit: this registry does not answer it, so nothing is known')
} else if (counts.high + counts.critical > 0) {
  const grave = Object.values(vulnerabilities).filter(({ severity }) =>
    ['high', 'critical'].includes(severity),
  )
  say(`== npm audit: high or critical: ${grave.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
} else {
  say(
    counts.total > 0
      ? `== npm audit: ${counts.total} known, none of them high or critical`
      : '== npm audit: nothing known',
  )
}
