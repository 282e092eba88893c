@_exported import Display
@_exported import Images
@_exported import NN
@_exported import Plots
@_exported import Tensors
@_exported import Training
@_exported import Vision
