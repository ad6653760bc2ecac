"""What is printed about a treatment: values first, then HTML, SVG and text."""
