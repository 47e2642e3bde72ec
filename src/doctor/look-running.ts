import { get } from 'node:http'
import { z } from 'zod'
import type { HealthAddress } from '../health/address.ts'
import { REASONS } from '../health/ready.ts'
import { type Finding, finding } from './finding.ts'

const readySchema = z.object({ ready: z.boolean(), reasons: z.array(z.enum(REASONS)) })
const PATIENCE_MS = 5_000

const ask = (address: HealthAddress): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const where =
      'socket' in address ? { socketPath: address.socket } : { host: address.host, port: address.port }
    const asking = get({ ...where, path: '/health/ready', timeout: PATIENCE_MS }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => void parts.push(part))
      response.on('end', () => {
        try {
          resolve(JSON.parse(Buffer.concat(parts).toString('utf8')))
        } catch (error) {
          reject(error instanceof Error ? error : new Error('no JSON'))
        }
      })
    })
    asking.once('timeout', () => asking.destroy(new Error('no answer')))
    asking.once('error', reject)
  })

/** Asks the bot that runs how it is. */
export async function lookAtRunning(address: HealthAddress | undefined): Promise<readonly Finding[]> {
  if (address === undefined) return [finding('running', 'note', 'doctor.running.off')]
  let answer: z.infer<typeof readySchema>
  try {
    answer = readySchema.parse(await ask(address))
  } catch {
    return [finding('running', 'note', 'doctor.running.silent')]
  }
  return answer.ready
    ? [finding('running', 'ok', 'doctor.running.ok')]
    : [finding('running', 'fault', 'doctor.running.fault', { reasons: answer.reasons.join(', ') })]
}
