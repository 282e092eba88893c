@_implementationOnly import CPangoCairo
internal import Images
internal import Tensors
internal import Display
public struct Probe { public init() {} ; public func v() -> Int { Int(cairo_version()) } }
