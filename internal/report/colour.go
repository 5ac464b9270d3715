package report

import (
	"fmt"
	"math"
)

// colour is a colour of the paper in sRGB.
type colour struct{ R, G, B uint8 }

// String returns the colour as CSS and SVG write it.
func (c colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// The paper is the light theme of the window, whatever the theme of the window is. The numbers are
// those of tokens.css; PDF and older browsers know only sRGB, so they are converted.
var (
	page       = oklch(0.992, 0.002, 172)
	side       = oklch(0.966, 0.006, 172) // beside it
	white      = oklch(1, 0, 0)
	sunken     = oklch(0.950, 0.007, 172) // around the sheet
	line       = oklch(0.915, 0.007, 172) // hairlines
	edge       = oklch(0.610, 0.014, 180) // borders of boxes to tick
	ink        = oklch(0.245, 0.016, 190)
	ink2       = oklch(0.430, 0.014, 188)
	ink3       = oklch(0.515, 0.012, 186) // quietest text
	accent     = oklch(0.460, 0.088, 172)
	accentSoft = oklch(0.940, 0.030, 170)
	accentMid  = oklch(0.640, 0.090, 170)
	rungAhead  = oklch(0.860, 0.012, 174)
	rail       = oklch(0.780, 0.014, 176)
	signalMark = oklch(0.640, 0.135, 62) // beside gaps
	// Days with more and more marks, between the paper and the accent.
	activeSoft = oklch(0.838, 0.030, 172)
	activeMid  = oklch(0.719, 0.050, 172)
	activeHard = oklch(0.590, 0.070, 172)
)

// oklch converts lightness, chroma and hue (in degrees) to sRGB, by Björn Ottosson's definition of
// OKLab. What lies outside sRGB is clipped; the colours above do not.
func oklch(l, c, h float64) colour {
	a, b := c*math.Cos(h*math.Pi/180), c*math.Sin(h*math.Pi/180)
	long := cube(l + 0.3963377774*a + 0.2158037573*b)
	medium := cube(l - 0.1055613458*a - 0.0638541728*b)
	short := cube(l - 0.0894841775*a - 1.2914855480*b)
	return colour{
		channel(+4.0767416621*long - 3.3077115913*medium + 0.2309699292*short),
		channel(-1.2684380046*long + 2.6097574011*medium - 0.3413193965*short),
		channel(-0.0041960863*long - 0.7034186147*medium + 1.7076147010*short),
	}
}

func cube(x float64) float64 { return x * x * x }

// channel encodes a linear share of light as sRGB does.
func channel(x float64) uint8 {
	if x <= 0.0031308 {
		x *= 12.92
	} else {
		x = 1.055*math.Pow(x, 1/2.4) - 0.055
	}
	return uint8(math.Round(255 * min(max(x, 0), 1)))
}
