package samples

// plans are the three academic years, oldest first.
func plans() []*plan { return []*plan{plan2023(), plan2024(), plan2025()} }
