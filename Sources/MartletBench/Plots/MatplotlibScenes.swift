/// The scenes of `PlotScene` in Python: prints the name of each, then for every round the seconds
/// and the processor's seconds of `savefig` alone.
let matplotlibScenes = #"""
  import sys, time
  import matplotlib
  matplotlib.use("Agg")
  import matplotlib.pyplot as plt
  import numpy as np

  def blob(number):
      cx, cy = 8 + number % 12, 8 + number // 6
      x, y = np.arange(28)[None, :] - cx, np.arange(28)[:, None] - cy
      return np.maximum(0, 255 - 3 * (x * x + y * y)).astype(np.float32)

  def make_grid():
      sheet = np.zeros((242, 242, 3), np.float32)
      for i in range(64):
          y, x = 2 + 30 * (i // 8), 2 + 30 * (i % 8)
          sheet[y:y + 28, x:x + 28] = blob(i)[:, :, None] / 255
      return sheet

  sheet, pictures = make_grid(), [blob(i) for i in range(20)]
  x = np.arange(1000.0)

  def grid():
      plt.figure(figsize=(8, 8))
      plt.imshow(sheet)
      plt.axis("off")
      plt.title("64 pictures")

  def page():
      plt.figure(figsize=(10, 8))
      for i in range(20):
          plt.subplot(4, 5, i + 1)
          plt.imshow(pictures[i], cmap="gray")
          plt.title(f"label {i}")
          plt.axis("off")

  def curves():
      plt.figure()
      plt.plot(x, 100 / (x + 50), label="training")
      plt.plot(x, 80 / (x + 30) + 0.2, label="validation")
      plt.title("Loss")
      plt.xlabel("iteration")
      plt.ylabel("loss")
      plt.grid()
      plt.legend()

  print(matplotlib.__version__)
  for scene in (grid, page, curves):
      for round in range(int(sys.argv[2]) + 2):
          scene()
          wall, cpu = time.perf_counter(), time.process_time()
          plt.savefig(f"{sys.argv[1]}/{scene.__name__}-{round}-theirs.png")
          print(time.perf_counter() - wall, time.process_time() - cpu)
          plt.close("all")
  """#
