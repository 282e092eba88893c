import Tensors

extension Operation {
  private static let n = OperationInputs.shared.n

  static let reductions: [Operation] = sums + extremes + products + norms + sorting

  private static let sums: [Operation] = [
    Operation("sum") { a, _, _ in a.sum() },
    Operation("sum1") { a, _, _ in a.sum(dim: 1) },
    Operation("sum02keep") { a, _, _ in a.sum(dim: [0, 2], keepDim: true) },
    Operation("sumBool") { a, _, _ in (a .> 0).sum(dim: -1) },
    Operation("sumDType") { _, _, _ in n.sum(dtype: .float32) },
    Operation("mean") { a, _, _ in a.mean() },
    Operation("mean12") { a, _, _ in a.mean(dim: [1, 2]) },
    Operation("var") { a, _, _ in a.var() },
    Operation("var1") { a, _, _ in a.var(dim: 1) },
    Operation("var02") { a, _, _ in a.var(dim: [0, 2], unbiased: false, keepDim: true) },
    Operation("std") { a, _, _ in a.std() },
    Operation("std2") { a, _, _ in a.std(dim: 2, unbiased: false) },
    Operation("cumsum0") { a, _, _ in a.cumsum(dim: 0) },
    Operation("cumsum2") { a, _, _ in a.cumsum(dim: -1) },
    Operation("cumsumWhole") { _, _, _ in n.cumsum(dim: 1) },
    Operation("cumsumBool") { a, _, _ in (a .> 0).cumsum(dim: 1) },
    Operation("logsumexp") { a, _, _ in (a * 50).logsumexp(dim: 1) },
    Operation("logsumexp02") { a, _, _ in a.logsumexp(dim: [0, 2], keepDim: true) },
  ]

  private static let extremes: [Operation] = [
    Operation("max") { a, _, _ in a.max() },
    Operation("min") { a, _, _ in a.min() },
    Operation("max1") { a, _, _ in a.max(1).values },
    Operation("max1indices") { a, _, _ in a.max(1, keepDim: true).indices },
    Operation("min2") { a, _, _ in a.min(-1).values },
    Operation("argmax") { a, _, _ in a.argmax() },
    Operation("argmax0") { a, _, _ in a.argmax(0) },
    Operation("argmin2") { a, _, _ in a.argmin(2, keepDim: true) },
    Operation("amax") { a, _, _ in a.amax(dim: [0, 1]) },
    Operation("amaxTies") { a, _, _ in (a - a.detach() + a.detach().round()).amax(dim: [0, 1]) },
    Operation("amin") { a, _, _ in a.amin(dim: 1, keepDim: true) },
    Operation("any") { a, _, _ in (a .> 1).any() },
    Operation("any1") { a, _, _ in (a .> 1).any(dim: 1) },
    Operation("all02") { a, _, _ in (a .> -1).all(dim: [0, 2]) },
  ]

  private static let products: [Operation] = [
    Operation("prod") { _, _, p in p.prod() },
    Operation("prod1") { a, _, _ in a.prod(dim: 1) },
    Operation("prodZeros") { _, b, _ in (b * (b .> 0)).prod(dim: 0, keepDim: true) },
    Operation("prodWhole") { _, _, _ in n.prod(dim: 2) },
    Operation("cumprod1") { a, _, _ in a.cumprod(dim: 1) },
    Operation("cumprodZeros") { _, b, _ in (b * (b .> 0)).cumprod(dim: 1) },
  ]

  private static let norms: [Operation] = [
    Operation("norm") { a, _, _ in a.norm() },
    Operation("norm1") { a, _, _ in a.norm(1, dim: 1) },
    Operation("norm2keep") { a, _, _ in a.norm(dim: [0, 2], keepDim: true) },
    Operation("norm3") { a, _, _ in a.norm(3, dim: 2) },
    Operation("normHalf") { a, _, _ in a.norm(0.5, dim: 0) },
    Operation("normInf") { a, _, _ in a.norm(.infinity, dim: 1) },
    Operation("normMinusInf") { a, _, _ in a.norm(-.infinity) },
    Operation("norm0") { a, _, _ in a.relu().norm(0) },
  ]

  private static let sorting: [Operation] = [
    Operation("sortValues") { a, _, _ in a.sort().values },
    Operation("sortIndices") { a, _, _ in a.sort(dim: 1, descending: true).indices },
    Operation("sortWhole") { _, _, _ in n.sort(dim: 1).values },
    Operation("argsort") { _, _, _ in n.argsort(dim: 2) },
    Operation("topkValues") { a, _, _ in a.topk(2).values },
    Operation("topkIndices") { a, _, _ in a.topk(2, dim: 1).indices },
    Operation("topkSmallest") { a, _, _ in a.topk(3, largest: false).values },
  ]
}
