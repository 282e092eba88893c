internal import Tensors

/// A parameter that a step changes.
struct DueParameter {
  let parameter: Parameter
  /// Down which it goes; not to be changed.
  let gradient: Tensor
  /// The options it is changed with.
  let group: ParameterGroup
  /// Its place among all parameters, under which an optimizer keeps a state.
  let index: Int
}
