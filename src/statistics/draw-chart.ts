import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  type Plugin,
  Title,
} from 'chart.js'
import type { Bars, SeriesKind } from './chart.ts'

/** Atkinson Hyperlegible (SIL Open Font License 1.1): a server has no fonts of its own, or others than the next one. */
const FAMILY = 'Huisbot Chart'
const FONT = '@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf'

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Title)
GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(FONT), FAMILY)

/** A ground of its own, so that it reads the same in Discord's light and dark. */
const GROUND = '#fbfaf7'
const INK = '#23272a'
const LINES = '#d9d6cf'
/** From light to dark as well, for who does not see the colours. */
const COLOURS: Readonly<Record<SeriesKind, string>> = {
  groen: '#8fcf9b',
  geel: '#f0b429',
  rood: '#cf3f2e',
  acuut: '#4a0d14',
  unsplit: '#9aa0a6',
}

const WIDTH = 900
const PER_BAR = 42
const AROUND = 150
/** Dots for each dot, for sharp screens. */
const SHARP = 2

const ground: Plugin<'bar'> = {
  id: 'ground',
  beforeDraw: ({ ctx, width, height }) => {
    ctx.save()
    ctx.fillStyle = GROUND
    ctx.fillRect(0, 0, width, height)
    ctx.restore()
  },
}

/** Writes the whole behind each bar. */
const endsOf = (ends: readonly string[]): Plugin<'bar'> => ({
  id: 'ends',
  afterDatasetsDraw: (chart) => {
    const { ctx } = chart
    ctx.save()
    ctx.fillStyle = INK
    ctx.font = `16px "${FAMILY}"`
    ctx.textBaseline = 'middle'
    for (const [bar, text] of ends.entries()) {
      const places = chart.data.datasets.map((_, at) => chart.getDatasetMeta(at).data[bar])
      const right = Math.max(chart.chartArea.left, ...places.map((one) => one?.x ?? 0))
      ctx.fillText(text, right + 8, places[0]?.y ?? 0)
    }
    ctx.restore()
  },
})

/** Draws bars, as PNG. It is encoded on another thread: the bot hears on. */
export const drawChart = async ({ title, labels, series, ends }: Bars): Promise<Buffer> => {
  const height = AROUND + labels.length * PER_BAR
  const canvas = createCanvas(WIDTH, height)
  // chart.js speaks of the canvas of a browser; this one does all that it asks for.
  const target = canvas as unknown as ConstructorParameters<typeof Chart>[0]
  const font = { family: FAMILY, size: 16 }
  const chart = new Chart<'bar', number[], string>(target, {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, kind, values }) => ({
        label: name,
        data: [...values],
        backgroundColor: COLOURS[kind],
        borderColor: GROUND,
        borderWidth: { right: 2 },
        borderSkipped: false,
        maxBarThickness: 26,
      })),
    },
    options: {
      indexAxis: 'y',
      responsive: false,
      animation: false,
      devicePixelRatio: SHARP,
      layout: { padding: { top: 12, right: 90, bottom: 12, left: 16 } },
      scales: {
        x: {
          stacked: true,
          beginAtZero: true,
          ticks: { color: INK, font, precision: 0, maxTicksLimit: 8 },
          grid: { color: LINES },
          border: { display: false },
        },
        y: { stacked: true, ticks: { color: INK, font, autoSkip: false }, grid: { display: false } },
      },
      plugins: {
        title: {
          display: true,
          text: title,
          color: INK,
          align: 'start',
          font: { ...font, size: 20, weight: 'normal' },
          padding: { bottom: 14 },
        },
        legend: {
          position: 'bottom',
          align: 'start',
          labels: { color: INK, font, boxWidth: 16, boxHeight: 16 },
        },
      },
    },
    plugins: [ground, endsOf(ends)],
  })
  try {
    return await canvas.encode('png')
  } finally {
    chart.destroy()
  }
}
