import { readFileSync, writeFileSync } from 'node:fs'
import { drawn, whatIsWrong, withDrawing } from './draw.ts'
import { readRooms } from './rooms.ts'

const PAGE = 'docs/architecture.md'
const rooms = readRooms('.')
const wrong = whatIsWrong(rooms)
for (const sentence of wrong) process.stderr.write(`${sentence}\n`)
if (wrong.length > 0) process.exitCode = 1
else writeFileSync(PAGE, withDrawing(readFileSync(PAGE, 'utf8'), drawn(rooms)))
