extension Cells {
  /// Drives the kernels: only Jupyter's own client sees what a user sees.
  static let driver = #"""
    import json, os, re, statistics, sys, tempfile, time
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import KernelManager

    KERNEL, PEER, ROUNDS, SPREAD = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    CELLS = {
        True: dict(declaration="let a{i} = {i} * 2", expression="a{i} + 1",
                   print='print("hello \\(a{i})")', loop="var s{i} = 0\nfor k in 0..<9 {{ s{i} += k }}"),
        False: dict(declaration="a{i} = {i} * 2", expression="a{i} + 1",
                    print='print(f"hello {{a{i}}}")', loop="s{i} = 0\nfor k in range(9): s{i} += k"),
    }

    class Kernel:
        def __init__(self, name, swift):
            self.name, self.cells, self.log = name, CELLS[swift], tempfile.TemporaryFile("w+")
            self.manager = KernelManager(kernel_name=name)
            if swift:
                self.manager.kernel_spec.argv += ["--log-level", "debug"]
            start = time.perf_counter()
            self.manager.start_kernel(stderr=self.log)
            self.client = self.manager.client()
            self.client.start_channels()
            self.client.wait_for_ready(timeout=120)
            self.start = (time.perf_counter() - start) * 1e3

        def run(self, code):
            start = time.perf_counter()
            request = self.client.execute(code)
            while True:
                message = self.client.get_iopub_msg(timeout=120)
                if message["parent_header"].get("msg_id") != request:
                    continue
                if message["msg_type"] == "error":
                    sys.exit(f"{self.name}: {code!r}: {message['content']['evalue']}")
                if message["content"].get("execution_state") == "idle":
                    break
            self.client.get_shell_msg(timeout=120)
            return (time.perf_counter() - start) * 1e3

        def stages(self):
            """The medians of what the kernel logs about its cells."""
            self.log.seek(0)
            found = {}
            for line in self.log:
                if re.search(r"cell \d+: parse", line):
                    for stage, time in re.findall(r"(\w+) ([\d.]+) ms", line):
                        found.setdefault(stage, []).append(float(time))
            return {stage: statistics.median(times[-ROUNDS:]) for stage, times in found.items()}

        def end(self):
            self.client.stop_channels()
            self.manager.shutdown_kernel(now=True)

    def say(kernel, measure, times):
        times = sorted(times)
        p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
        print(json.dumps(dict(kernel=kernel.name, measure=measure,
                              p50=round(statistics.median(times), 1), p95=round(p95, 1))), flush=True)

    kernels = [Kernel(KERNEL, True)] + ([Kernel(PEER, False)] if PEER else [])
    for kernel in kernels:
        say(kernel, "start", [kernel.start])
        say(kernel, "first cell", [kernel.run("1 + 1")])
    for kind in ("declaration", "expression", "print", "loop"):
        times = [[k.run(k.cells[kind].format(i=i)) for k in kernels] for i in range(ROUNDS)]
        for kernel, column in zip(kernels, zip(*times)):
            say(kernel, kind, column)
    early = kernels[0].stages()
    for kernel in kernels:
        for i in range(SPREAD):
            kernel.run(kernel.cells["declaration"].format(i=1000 + i))
    times = [[k.run(k.cells["declaration"].format(i=100000 + i)) for k in kernels] for i in range(ROUNDS)]
    for kernel, column in zip(kernels, zip(*times)):
        say(kernel, f"declaration after {SPREAD} cells", column)
    for when, stages in (("early", early), (f"after {SPREAD} cells", kernels[0].stages())):
        print(json.dumps(dict(kernel=KERNEL, measure=f"stages, {when}", **stages)), flush=True)
    for kernel in kernels:
        kernel.end()
    """#
}
