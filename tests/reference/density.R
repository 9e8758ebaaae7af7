# Writes density_expected.csv beside it: kernel densities of 40 made points over a square of 40 × 40 pixels.
# R 4.2.2, spatstat.explore 3.0-6, spatstat.geom 3.0-6. Run in this folder: Rscript density.R
# `sigma` is a kernel's standard deviation: of the quartic, its radius over the square root of 8.
suppressMessages({ library(spatstat.geom); library(spatstat.explore) })
set.seed(1985)
x <- floor(runif(40, 0, 40)) * 25 + 12.5
y <- floor(40 * rbeta(40, 2, 3)) * 25 + 12.5
points <- suppressWarnings(ppp(x, y, window = owin(c(0, 1000), c(0, 1000))))
surface <- function(kernel, sigma, edge) as.vector(t(as.matrix(density(points, sigma = sigma, kernel = kernel, edge = edge, dimyx = c(40, 40), positive = FALSE))))
out <- data.frame(gaussian = surface("gaussian", 100, FALSE), gaussian_edge = surface("gaussian", 100, TRUE),
                  quartic = surface("quartic", 200 / sqrt(8), FALSE), quartic_edge = surface("quartic", 200 / sqrt(8), TRUE))
write.csv(format(data.frame(x = x, y = y), digits = 15, trim = TRUE), "density_points.csv", row.names = FALSE, quote = FALSE)
write.csv(format(out, digits = 8, trim = TRUE, scientific = TRUE), "density_expected.csv", row.names = FALSE, quote = FALSE)
