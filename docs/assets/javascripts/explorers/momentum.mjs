// Gradient descent and momentum in the valley f(x, y) = (x² + κy²)/2, whose curvatures are 1 and κ.
// The arithmetic is that of plots/optimizers; tests/test_explorers.py compares the two.

// Follow v = β·v + gradient, w = w − η·v from (x, y); returns the points, the start first.
export const follow = ({ kappa, rate, momentum, steps, x, y }) => {
  const path = [[x, y]]
  let [u, v] = [0, 0]
  for (let step = 0; step < steps; step += 1) {
    u = momentum * u + x
    v = momentum * v + kappa * y
    x -= rate * u
    y -= rate * v
    path.push([x, y])
  }
  return path
}

// By what the error is multiplied per step in the long run: the largest root of
// r² − (1 + β − ηλ)r + β over both curvatures λ. From 1 on, the method does not converge.
export const factor = ({ kappa, rate, momentum }) => Math.max(...[1, kappa].map((curvature) => {
  const sum = 1 + momentum - rate * curvature
  const inside = sum * sum - 4 * momentum
  return inside < 0 ? Math.sqrt(momentum) : (Math.abs(sum) + Math.sqrt(inside)) / 2
}))

// The constants with the smallest factor, without and with momentum (Polyak 1964).
export const best = (kappa) => ({ rate: 2 / (1 + kappa), momentum: 0 })
export const bestHeavy = (kappa) => {
  const root = Math.sqrt(kappa)
  return { rate: 4 / (1 + root) ** 2, momentum: ((root - 1) / (root + 1)) ** 2 }
}

const WORDS = {
  ko: {
    kappa: "조건수 κ", rate: "학습률 η", momentum: "모멘텀 계수 β", best: "β = 0의 최적값으로", heavy: "모멘텀의 최적값으로",
    map: "골짜기의 등고선과 경로", curve: "스텝별 최소점까지의 거리, 로그 눈금", step: "스텝", distance: "거리",
    now: (f, d, n) => `실선, 지금 설정: 오차가 결국 스텝마다 ${f}배가 되고, ${n}스텝 뒤에는 최소점까지의 거리가 ${d}입니다.`,
    lost: (f) => `실선, 지금 설정: 오차가 결국 스텝마다 ${f}배가 되므로 수렴하지 않습니다.`,
    plain: (f, rate) => `점선, 모멘텀이 없을 때의 최적값(η = ${rate}): 스텝마다 ${f}배입니다.`,
  },
  en: {
    kappa: "Condition number κ", rate: "Learning rate η", momentum: "Momentum β", best: "Best values for β = 0", heavy: "Best values with momentum",
    map: "Contour lines of the valley, and the paths", curve: "Distance from the minimum per step, log scale", step: "step", distance: "distance",
    now: (f, d, n) => `Solid, the present values: in the long run the error is multiplied by ${f} per step; after ${n} steps the distance from the minimum is ${d}.`,
    lost: (f) => `Solid, the present values: in the long run the error is multiplied by ${f} per step, so it does not converge.`,
    plain: (f, rate) => `Dashed, the best values without momentum (η = ${rate}): multiplied by ${f} per step.`,
  },
}

const SVG = "http://www.w3.org/2000/svg"
const draw = (parent, tag, attributes, text = "") => {
  const element = parent.appendChild(document.createElementNS(SVG, tag))
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.textContent = text
  return element
}
const add = (parent, tag, attributes, text = "") => {
  const element = parent.appendChild(document.createElement(tag))
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.textContent = text
  return element
}
const number = (value) => {
  const [mantissa, exponent] = value.toExponential(2).split("e").map(Number)
  if (exponent >= -4 && exponent < 5) return String(Number(value.toPrecision(3)))
  const raised = String(exponent).replace(/./g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign] ?? "⁻")
  return `${mantissa} × 10${raised}`
}
const line = (points) => points.map(([x, y], index) => `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("")

// The valley: 20 wide and 3 high, far steeper than it looks.
const MAP = { width: 340, height: 230 }
const place = ([x, y]) => [(x + 10) * 17, 115 - y * 76]
const drawMap = (svg, kappa, plain, now) => {
  svg.replaceChildren()
  for (const level of [0.5, 2, 8, 18, 32, 50, 90, 150, 250]) {
    const across = Math.sqrt(2 * level)
    draw(svg, "ellipse", { class: "kb-contour", cx: 170, cy: 115, rx: across * 17, ry: (across / Math.sqrt(kappa)) * 76 })
  }
  const inReach = (path) => path.filter(([x, y]) => Math.hypot(x, y) < 1e4).map(place)
  draw(svg, "path", { class: "kb-path kb-path--plain", d: line(inReach(plain)) })
  draw(svg, "path", { class: "kb-path", d: line(inReach(now)) })
  for (const [cx, cy] of inReach(now)) draw(svg, "circle", { class: "kb-dot", cx, cy, r: 2.6 })
  draw(svg, "path", { class: "kb-axis", d: "M166 115h8M170 111v8" })
}

// Distances from 10⁻⁴ to 10⁴ on a logarithmic axis.
const drawCurve = (svg, words, plain, now) => {
  svg.replaceChildren()
  const steps = now.length - 1
  const at = (value, step) => [44 + (step * 286) / steps, 12 + (4 - Math.log10(Math.min(Math.max(value, 1e-4), 1e4))) * 22]
  for (const power of [4, 2, 0, -2, -4]) {
    const y = at(10 ** power, 0)[1]
    draw(svg, "path", { class: "kb-contour", d: `M44 ${y}H330` })
    const label = draw(svg, "text", { x: 38, y: y + 4, "text-anchor": "end" }, power ? "10" : "1")
    if (power) draw(label, "tspan", { dy: -5, "font-size": 10 }, String(power).replace("-", "−"))
  }
  draw(svg, "text", { x: 44, y: 212 }, "0")
  draw(svg, "text", { x: 330, y: 212, "text-anchor": "end" }, `${words.step} ${steps}`)
  const distances = (path) => line(path.map((point, step) => at(Math.hypot(...point), step)))
  draw(svg, "path", { class: "kb-path kb-path--plain", d: distances(plain) })
  draw(svg, "path", { class: "kb-path", d: distances(now) })
}

// What the sliders say of themselves; κ and η move on a logarithmic scale.
const SLIDERS = {
  kappa: { min: 0, max: Math.log10(200), to: Math.log10, from: (value) => 10 ** value },
  rate: { min: -3, max: Math.log10(4), to: Math.log10, from: (value) => 10 ** value },
  momentum: { min: 0, max: 0.99, to: Number, from: Number },
}

export const mount = (host, settings, lang) => {
  const words = WORDS[lang]
  const state = { ...settings }
  const panels = add(host, "div", { class: "kb-figure__panels" })
  const [map, curve] = [words.map, words.curve].map((title) => {
    const panel = add(panels, "div", {})
    add(panel, "p", {}, title)
    return draw(panel, "svg", { viewBox: `0 0 ${MAP.width} ${MAP.height}`, role: "img", "aria-label": title })
  })
  const inputs = Object.entries(SLIDERS).map(([name, { min, max, to, from }]) => {
    const row = add(host, "div", { class: "kb-figure__control" })
    const label = add(row, "label", {})
    add(label, "span", {}, words[name])
    const input = add(label, "input", { type: "range", min, max, step: (max - min) / 200, "data-name": name })
    const output = add(row, "span", { class: "kb-figure__value", "aria-hidden": "true" })
    input.addEventListener("input", () => {
      state[name] = from(input.valueAsNumber)
      update()
    })
    const show = () => {
      output.textContent = number(state[name])
      input.setAttribute("aria-valuetext", output.textContent)
    }
    return { input, show, place: () => { input.value = to(state[name]) } }
  })
  const row = add(host, "div", { class: "kb-figure__control" })
  for (const [text, chosen] of [[words.best, best], [words.heavy, bestHeavy]]) {
    add(row, "button", { type: "button", class: "md-button" }, text).addEventListener("click", () => {
      Object.assign(state, chosen(state.kappa))
      for (const input of inputs) input.place()
      update()
    })
  }
  const result = add(host, "p", { class: "kb-figure__result", "aria-live": "polite" })

  const update = () => {
    const reference = { ...state, ...best(state.kappa) }
    const [plain, now] = [follow(reference), follow(state)]
    drawMap(map, state.kappa, plain, now)
    drawCurve(curve, words, plain, now)
    for (const input of inputs) input.show()
    const grows = factor(state)
    const said = grows < 1 ? words.now(number(grows), number(Math.hypot(...now.at(-1))), state.steps) : words.lost(number(grows))
    result.textContent = `${said} ${words.plain(number(factor(reference)), number(reference.rate))}`
  }
  for (const input of inputs) input.place()
  update()
}
