public import BlockTasks

/// The loops as they are compiled in this module.
public let blockKernels = BlockKernels(
  convolve: convolve, convolveRows: convolveRows, convolveChannels: convolveChannels,
  addWeightGradient: addWeightGradient, addPooledWeightGradient: addPooledWeightGradient,
  maxPool: maxPool, maxPoolNormalized: maxPoolNormalized, maxPoolBackward: maxPoolBackward,
  multiply: multiply,
  multiplyRows: multiplyRows,
  momentumStep: momentumStep, adaptiveStep: adaptiveStep, scaleShift: scaleShift,
  rectify: rectify, gate: gate, drop: drop, normalizeGradient: normalizeGradient, sum: sum,
  sumOfSquares: sumOfSquares,
  sumWithProduct: sumWithProduct, sumGated: sumGated,
  normalizePooledGradient: normalizePooledGradient, pack: pack, unpack: unpack,
  multiplyAdds: multiplyAdds,
  winograd: WinogradKernels(
    transformInput: transformInput, transformOutput: transformOutput,
    transformOutputGradient: transformOutputGradient,
    transformInputGradient: transformInputGradient, transformWideInput: transformWideInput,
    transformWideInputGradient: transformWideInputGradient, transformWeight: transformWeight,
    transformWeightGradient: transformWeightGradient))
