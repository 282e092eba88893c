import Tensors
import Testing

@testable import Vision

/// The texts of torchvision 0.29.2's transforms.
struct TransformTextTests {
  static var cases: [(any Transform, String)] {
    [
      (RandomHorizontalFlip(), "RandomHorizontalFlip(p=0.5)"),
      (RandomVerticalFlip(p: 0.9), "RandomVerticalFlip(p=0.9)"),
      (CenterCrop([7, 10]), "CenterCrop(size=(7, 10))"),
      (CenterCrop([20, 8]), "CenterCrop(size=(20, 8))"),
      (RandomCrop(9), "RandomCrop(size=(9, 9), padding=None)"),
      (RandomCrop([13, 17], padding: 4), "RandomCrop(size=(13, 17), padding=4)"),
      (
        RandomCrop(12, padding: [1, 2, 3, 4], fill: 77),
        "RandomCrop(size=(12, 12), padding=[1, 2, 3, 4])"
      ),
      (
        RandomCrop(20, padIfNeeded: true, paddingMode: .edge),
        "RandomCrop(size=(20, 20), padding=None)"
      ),
      (
        RandomCrop(14, padding: [3, 5], paddingMode: .reflect),
        "RandomCrop(size=(14, 14), padding=[3, 5])"
      ),
      (
        RandomCrop(14, padding: [3, 5], paddingMode: .symmetric),
        "RandomCrop(size=(14, 14), padding=[3, 5])"
      ),
      (Pad(2, fill: 9), "Pad(padding=2, fill=9, padding_mode=constant)"),
      (
        Resize([8, 8]), "Resize(size=[8, 8], interpolation=bilinear, max_size=None, antialias=True)"
      ),
      (
        Resize([29, 40]),
        "Resize(size=[29, 40], interpolation=bilinear, max_size=None, antialias=True)"
      ),
      (Resize(6), "Resize(size=6, interpolation=bilinear, max_size=None, antialias=True)"),
      (
        Resize(12, maxSize: 14),
        "Resize(size=12, interpolation=bilinear, max_size=14, antialias=True)"
      ),
      (
        Resize([5, 30], interpolation: .bicubic),
        "Resize(size=[5, 30], interpolation=bicubic, max_size=None, antialias=True)"
      ),
      (
        Resize([30, 9], interpolation: .nearest),
        "Resize(size=[30, 9], interpolation=nearest, max_size=None, antialias=True)"
      ),
      (
        RandomRotation(30),
        "RandomRotation(degrees=[-30.0, 30.0], interpolation=nearest, expand=False, fill=0)"
      ),
      (
        RandomRotation(20...80, interpolation: .bilinear, fill: 50),
        "RandomRotation(degrees=[20.0, 80.0], interpolation=bilinear, expand=False, fill=50)"
      ),
      (
        RandomRotation(45, expand: true),
        "RandomRotation(degrees=[-45.0, 45.0], interpolation=nearest, expand=True, fill=0)"
      ),
      (
        RandomRotation(45, interpolation: .bilinear, center: [3, 4]),
        "RandomRotation(degrees=[-45.0, 45.0], interpolation=bilinear, expand=False, center=[3, 4], fill=0)"
      ),
      (
        RandomAffine(15, translate: [0.2, 0.1], scale: 0.8...1.2, shear: -10...10),
        "RandomAffine(degrees=[-15.0, 15.0], translate=(0.2, 0.1), scale=(0.8, 1.2), shear=[-10.0, 10.0])"
      ),
      (
        RandomAffine(0, translate: [0.3, 0.3]),
        "RandomAffine(degrees=[0.0, 0.0], translate=(0.3, 0.3))"
      ),
      (
        RandomAffine(
          90, shear: -5...5, shearY: 3...9, interpolation: .bilinear, fill: 20),
        "RandomAffine(degrees=[-90.0, 90.0], shear=[-5.0, 5.0, 3.0, 9.0], interpolation=bilinear, fill=20)"
      ),
      (Grayscale(), "Grayscale(num_output_channels=1)"),
      (Grayscale(numOutputChannels: 3), "Grayscale(num_output_channels=3)"),
      (
        ColorJitter(brightness: 0.5),
        "ColorJitter(brightness=(0.5, 1.5), contrast=None, saturation=None, hue=None)"
      ),
      (
        ColorJitter(contrast: 0.8),
        "ColorJitter(brightness=None, contrast=(0.19999999999999996, 1.8), saturation=None, hue=None)"
      ),
      (
        ColorJitter(saturation: .range(0.3...3)),
        "ColorJitter(brightness=None, contrast=None, saturation=(0.3, 3.0), hue=None)"
      ),
      (
        ColorJitter(hue: 0.4),
        "ColorJitter(brightness=None, contrast=None, saturation=None, hue=(-0.4, 0.4))"
      ),
      (
        ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1),
        "ColorJitter(brightness=(0.6, 1.4), contrast=(0.6, 1.4), saturation=(0.6, 1.4), hue=(-0.1, 0.1))"
      ),
      (
        RandomErasing(p: 0.95),
        "RandomErasing(p=0.95, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=0, inplace=False)"
      ),
      (
        RandomErasing(p: 1, scale: 0.2...0.3, ratio: 0.5...2, value: [0.1, 0.2, 0.3]),
        "RandomErasing(p=1.0, scale=(0.2, 0.3), ratio=(0.5, 2.0), value=(0.1, 0.2, 0.3), inplace=False)"
      ),
      (
        RandomErasing(p: 1, value: .random),
        "RandomErasing(p=1.0, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=random, inplace=False)"
      ),
    ]
  }

  /// Each transform says what it is and what it was given.
  @Test func areTorchvisions() {
    for (transform, text) in Self.cases { #expect("\(transform)" == text) }
  }
}
