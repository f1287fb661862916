// Numbers as `hooks/kb/search/packing.py` packs them.

const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'"\\|<'.includes(c))
const HALF = DIGITS.length / 2
const VALUE = new Int16Array(127)
DIGITS.forEach((digit, value) => (VALUE[digit.charCodeAt(0)] = value))

/**
 * Read a run of numbers.
 * @param {string} packed
 * @returns {number[]}
 */
export function unpack(packed) {
  const numbers = []
  let number = 0
  let scale = 1
  for (let i = 0; i < packed.length; i++) {
    const value = VALUE[packed.charCodeAt(i)]
    if (value < HALF) {
      numbers.push(number + value * scale)
      number = 0
      scale = 1
    } else {
      number += (value - HALF) * scale
      scale *= HALF
    }
  }
  return numbers
}

/**
 * Add up steps to ascending numbers.
 * @param {number[]} steps
 * @returns {number[]}
 */
export function ascending(steps) {
  let last = 0
  return steps.map((step) => (last += step))
}
