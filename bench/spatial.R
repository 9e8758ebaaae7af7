# Times spdep and spatstat on what bench/analysis.bench.ts wrote into the folder given: prints seconds, one figure a line.
suppressMessages({ library(spdep); library(spatstat.geom); library(spatstat.explore) })
folder <- commandArgs(TRUE)[1]
counts <- scan(file.path(folder, "counts.txt"), quiet = TRUE)
pairs <- matrix(scan(file.path(folder, "neighbours.txt"), what = integer(), quiet = TRUE), ncol = 2, byrow = TRUE)
neighbours <- unname(split(pairs[, 2], factor(pairs[, 1], levels = seq_along(counts))))
neighbours <- lapply(neighbours, function(each) if (length(each)) each else 0L)
class(neighbours) <- "nb"
attr(neighbours, "region.id") <- as.character(seq_along(counts))
binary <- nb2listw(include.self(neighbours), style = "B", zero.policy = TRUE)
rows <- nb2listw(neighbours, style = "W", zero.policy = TRUE)
cat("gi_star", system.time(localG(counts, binary, zero.policy = TRUE))[["elapsed"]], "\n")
cat("local_moran", system.time(localmoran(counts, rows, zero.policy = TRUE, conditional = FALSE))[["elapsed"]], "\n")
points <- matrix(scan(file.path(folder, "points.txt"), quiet = TRUE), ncol = 2, byrow = TRUE)
bandwidth <- scan(file.path(folder, "bandwidth.txt"), quiet = TRUE)
pattern <- suppressWarnings(ppp(points[, 1], points[, 2], range(points[, 1]), range(points[, 2]), check = FALSE))
cat("density", system.time(density(pattern, sigma = bandwidth / sqrt(8), kernel = "quartic", edge = TRUE, eps = bandwidth / 6))[["elapsed"]], "\n")
