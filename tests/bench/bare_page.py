"""The widgets of the learning rate and the start alone, doing nothing: what Streamlit itself costs."""

import streamlit as st


@st.fragment
def part() -> None:
    st.number_input("η", 0.000001, 10.0, 0.1, format="%g", key="eta")
    st.slider("W", -6.0, 6.0, 5.0, key="w_slider")


if __name__ == "__main__":
    part()
