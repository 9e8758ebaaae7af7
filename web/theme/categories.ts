/** Okabe and Ito's hues, told apart by every common kind of colour-blindness. For things of different kinds; never alone: a sign, number or word goes with each. */
export const hues = ['#d55e00', '#e69f00', '#56b4e9', '#cc79a7', '#009e73', '#a3a8b3', '#f0e442', '#0072b2'] as const
