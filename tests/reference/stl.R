# Writes stl_expected.csv beside it: a made series of daily counts and R's decomposition of it.
# R 4.2.2, stats 4.2.2. Run in this folder: Rscript stl.R
set.seed(19900)
days <- 1:300
y <- rpois(300, 20 + 0.03 * days + 4 * sin(2 * pi * days / 7) + 6 * (days > 180))
fit <- stl(ts(y, frequency = 7), s.window = 11, s.degree = 0, t.window = 29, t.degree = 1, l.window = 7, l.degree = 1,
           s.jump = 1, t.jump = 1, l.jump = 1, inner = 2, outer = 0)
write.csv(format(data.frame(y = y, fit$time.series), digits = 15, trim = TRUE), "stl_expected.csv", row.names = FALSE, quote = FALSE)
