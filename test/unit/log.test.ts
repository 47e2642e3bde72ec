import { expect, test } from 'vitest'
import { createLog } from '../../src/log.ts'

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('debug', { write: (line) => void lines.push(line) }))
  return lines.join('\n')
}

test('an error is told by its kind, code and place, never by its message', () => {
  const error = Object.assign(new TypeError('geheimwoord in a request body'), { code: 50_035, status: 400 })
  const line = written((log) => log.error({ err: error }, 'it failed'))
  expect(line).toContain('TypeError')
  expect(line).toContain('50035')
  expect(line).toContain('log.test.ts')
  expect(line).not.toContain('geheimwoord')
})

test('the cause of an error keeps its words for itself too', () => {
  const line = written((log) =>
    log.error({ err: new Error('a', { cause: new Error('geheimwoord') }) }, 'it failed'),
  )
  expect(line).not.toContain('geheimwoord')
})

test('fields with the name of something written are blanked, at three depths', () => {
  const line = written((log) => {
    log.info({ content: 'geheimwoord' })
    log.info({ message: { content: 'geheimwoord', id: '1' } })
    log.info({ request: { json: { words: 'geheimwoord' } } })
  })
  expect(line).not.toContain('geheimwoord')
  expect(line).toContain('[not logged]')
})
